import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {firstPictures, type Images, toBytes} from "../../lib/image.js";
import {errorInterval} from "../../lib/metrics/error-interval.js";
import {meanPictureError, meanSquaredError} from "../../lib/metrics/mean-squared-error.js";
import {Autoencoder} from "../../lib/models/autoencoder.js";
import {codeSize} from "../../lib/models/autoencoder-networks.js";
import {generateImages} from "../../lib/models/generate.js";
import {modelWith} from "../../lib/models/model-with.js";
import {imageBatches} from "../../lib/pipeline/batches.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {anyPictures, enoughFor, probed} from "../shared/any-pictures.setup.js";
import {codedProbe} from "../shared/probe.setup.js";
import {agreementWith} from "./agreement.setup.js";
import {shownCount, sortedCount, type sortingWithoutLabels} from "./experiment.js";
import {PictureSorter, type Sorting} from "./picture-sorter.setup.js";

/** Drawings in a picture of the run: of the first pictures, one of each class. */
const drawnCount = 10;

/**
 * The worker's side of `sorting-without-labels`. A picture of the run is where the pictures lie and how they are sorted: `codes`
 * [2000, 2], `clusters` and `labels` [2000], the first of the `pictures` [500, 28, 28, 1], the `drawings` [10, 28, 28, 1] of the
 * first ten, and the clusters' mean pictures, `means` [k, 28, 28, 1]. Pixels are bytes. Labels have a part in what is measured and
 * shown afterwards, and in nothing else.
 */
export const makeSortingWithoutLabels: MakeSetup<typeof sortingWithoutLabels> = async ({
  params,
  random,
  files,
}) => {
  const {train, test: sorted} = anyPictures(files, {
    ...params,
    testCount: sortedCount,
    leastLabels: 1,
  });
  checkCount(sorted.labels.length, params.clusters);
  const autoencoder = new Autoencoder(params, random.fork("weights"));
  const sorter = new PictureSorter(autoencoder, sorted.images, params, random.fork("clusters"));
  const agreement = agreementWith(sorted.labels, sorted.classNames.length, random.fork("deals"));
  const meanError = meanPictureError(sorter.images);
  return {
    ...trainedOn(
      withSorting(autoencoder, sorter),
      imageBatches(enoughFor(params.batchSize, train), params.batchSize, random.fork("batches")),
    ),
    snapshot: () => sortedPictures(sorter, autoencoder, sorted),
    async measure() {
      const {assignments} = await sorter.clusters();
      const {scalars, floors, intervals} = agreement(assignments, sorter.sorting.clusters);
      const drawings = await drawingsOf(sorter, autoencoder, sorted.labels.length);
      return {
        scalars: {reconstruction: meanSquaredError(sorter.images, drawings), ...scalars},
        floors: {reconstruction: {low: meanError, high: meanError}, ...floors},
        intervals: {
          ...(sorted.labels.length > 1 && {
            reconstruction: errorInterval(sorter.images, drawings),
          }),
          ...intervals,
        },
        arrays: {},
      };
    },
    answers: {},
    probe: (network) => codedProbe(network, probed(sorted), autoencoder.networks.encoder, codeSize),
    shows: isSorting,
    cadence: {measureSteps: 100, checkpointSteps: 50},
    dispose: () => autoencoder.dispose(),
  };
};

/** The arrays are given away, so they are made anew each time. */
async function sortedPictures(
  sorter: PictureSorter,
  autoencoder: Autoencoder,
  {labels}: ImageDataset,
): Promise<ExchangeOf<typeof sortingWithoutLabels>["snapshot"]> {
  const codes = await sorter.codes();
  const {assignments, means} = await sorter.clusters();
  const count = labels.length;
  return {
    codes: {data: codes.slice(), shape: [count, codeSize]},
    clusters: {data: assignments.slice(), shape: [count]},
    labels: {data: labels.slice(), shape: [count]},
    pictures: toBytes(firstPictures(sorter.images, Math.min(shownCount, count))),
    drawings: toBytes(await drawingsOf(sorter, autoencoder, Math.min(drawnCount, count))),
    means: {...means, data: means.data.slice()},
  };
}

/** The decoder's drawings of the first `count` pictures' codes. */
async function drawingsOf(
  sorter: PictureSorter,
  {networks}: Autoencoder,
  count: number,
): Promise<Images> {
  const codes = await sorter.codes();
  return generateImages(networks.decoder, codes.subarray(0, count * codeSize), 500);
}

/** Params of the sorting alone, which no weight depends on. */
function isSorting(name: string): boolean {
  return name === "features" || name === "clusters";
}

/** The autoencoder as the run's model, whose live params may also be those of the sorting. */
function withSorting(autoencoder: Autoencoder, sorter: PictureSorter) {
  return modelWith(autoencoder, {
    step: (batch: Parameters<Autoencoder["step"]>[0]) => autoencoder.step(batch),
    set(name, value) {
      if (isSorting(name)) sorter.sorting = {...sorter.sorting, [name]: value} as Sorting;
      else autoencoder.set(name, value);
    },
  });
}

/** Of a reader's own pictures there may be fewer than clusters. */
function checkCount(pictures: number, clusters: number): void {
  if (pictures < clusters)
    throw new RangeError(
      `too few pictures for ${clusters} clusters: ${pictures} are sorted, a fifth of the set. Set “Clusters” to ${pictures} or fewer, or make a larger set`,
    );
}
