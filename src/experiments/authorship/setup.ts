import {
  type ByteImages,
  halved,
  imageSize,
  joinedPictures,
  pick,
  toBytes,
  toFloats,
} from "../../lib/image.js";
import {nearestPicture} from "../../lib/metrics/nearest.js";
import {uniformBatches} from "../../lib/pipeline/batches.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {denseFlow, denseFlowProbe, drawnBy} from "../shared/dense-flow.setup.js";
import {picturesIn} from "../shared/run-files.setup.js";
import {shareBand} from "../shared/share-band.js";
import {beyondByChance, changesOf, isBeyond, strongest} from "./changes.js";
import type {authorship} from "./experiment.js";
import {Runs} from "./runs.setup.js";
import {measuredCount, removals, shownCount, side, sourceCount, sourcesOf} from "./sources.js";

/** Euler's steps from noise to picture. */
const steps = 12;
const size = side * side;

/** The worker's side of `authorship`: the dense flow of `memorisation`, seventeen times from the same seed. */
export const makeAuthorship: MakeSetup<typeof authorship> = async ({params, random, files}) => {
  const images = given(picturesIn(files, "digits", "test"), params.each);
  const sources = sourcesOf(params.sources, params.each);
  const without = removals(sources, random.fork("removals"));
  const {width, averaging, learningRate} = params;
  const flows = without.map(() =>
    denseFlow({side, width, averaging, learningRate}, random.fork("weights")),
  );
  const model = new Runs(flows, images, without);
  const noise = random.fork("noise").normals(measuredCount * size);
  const drawn = async (count: number) => {
    const all: ByteImages[] = [];
    for (const flow of flows)
      all.push(await drawnBy(flow, noise.subarray(0, count * size), steps, side));
    return all;
  };
  return {
    ...trainedOn(model, uniformBatches([params.batchSize, 2], random.fork("batches"))),
    async snapshot() {
      const runs = await drawn(shownCount);
      const {bySource, floor, beyond} = changesOf(runs);
      const [whole, ...others] = runs;
      const matrix = [sourceCount, shownCount];
      return {
        whole: whole!,
        without: joinedPictures(others.slice(0, sourceCount)),
        atRandom: others[sourceCount]!,
        changes: {data: bySource, shape: matrix},
        floor: {data: floor, shape: [shownCount]},
        beyond: {data: beyond, shape: matrix},
      };
    },
    async measure() {
      const runs = await drawn(measuredCount);
      const changes = changesOf(runs);
      const most = strongest(changes);
      const nearest = nearestSources(runs[0]!, images, sources);
      const traced = nearest.filter((source, i) => source === most[i]).length;
      const beyond = nearest.filter((source, i) => isBeyond(changes, source, i)).length;
      return {
        scalars: {
          traced: (100 * traced) / measuredCount,
          beyond: (100 * beyond) / measuredCount,
          samples: measuredCount,
        },
        floors: {
          traced: shareBand(1 / sourceCount, measuredCount),
          beyond: shareBand(beyondByChance, measuredCount),
        },
        arrays: {},
      };
    },
    answers: {},
    probe: () => denseFlowProbe(images),
    cadence: {measureSteps: 200, checkpointSteps: 200},
    dispose: () => model.dispose(),
  };
};

/** `each` of the digits 0 to 7, digit by digit, at half their side. */
function given({images, labels}: {images: ByteImages; labels: Uint8Array}, each: number) {
  const places = Array.from({length: sourceCount}, (_, digit) =>
    [...labels.keys()].filter((i) => labels[i] === digit).slice(0, each),
  ).flat();
  return toBytes(halved(toFloats(pick(images, places))));
}

/** Of each made picture the source of the one that is nearest to it. */
function nearestSources(made: ByteImages, images: ByteImages, sources: Uint8Array): number[] {
  const bytes = imageSize(made.shape);
  return Array.from({length: made.shape[0]}, (_, i) => {
    const picture = made.data.subarray(i * bytes, (i + 1) * bytes);
    return sources[nearestPicture(picture, images).index]!;
  });
}
