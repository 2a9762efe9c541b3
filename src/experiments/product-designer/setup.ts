import type {NdArray} from "../../lib/array.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import {sampleBatches} from "../../lib/pipeline/batches.js";
import {Random} from "../../lib/random.js";
import {Remembered} from "../../lib/remembered.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {latentProbe} from "../shared/probe.setup.js";
import {classifierIn, fileOf, picturesIn} from "../shared/run-files.setup.js";
import {Designer} from "./designer.setup.js";
import {measuredCount, mostClicks} from "./designer-params.js";
import {madeCount, type productDesigner} from "./experiment.js";
import {garmentScores} from "./garment-scores.setup.js";
import {clothesDecoder, Garments} from "./garments.setup.js";
import {type Offer, offersOf} from "./offers.setup.js";
import {type Shopper, shoppers, taken} from "./shoppers.js";

/** Bands are the same whatever the run's seed, so that runs can be compared. */
const bandsSeed = 1;

/** The worker's side of `product-designer`. What a snapshot holds, its description says. */
export const makeProductDesigner: MakeSetup<typeof productDesigner> = async (context) => {
  const {params, random, files} = context;
  const classifier = classifierIn(files, "clothes");
  const train = picturesIn(files, "clothes").images;
  const test = picturesIn(files, "clothes", "test").images;
  const decoder = clothesDecoder(fileOf(files, "decoder-clothes"));
  const garments = new Garments(decoder, classifier, train);
  const offers = await offersOf(garments, random.fork("offers"));
  const shopper = params.shopper === "you" ? undefined : shoppers[params.shopper];
  const made = shopper && clicksOf(shopper, offers, params.clicks, random.fork("clicks"));
  const model = new Designer({...params, garments, offers, ...(made && {made})});
  const score = garmentScores(garments, {train, test}, shopper, new Random(bandsSeed));
  const noise = random.fork("shown").normals(measuredCount * garments.codeSize);
  const remembered = new Remembered<Awaited<ReturnType<Garments["of"]>>>();
  const now = () => remembered.of(model.policy.steps, () => garments.of(model.policy.codes(noise)));
  const {batchSize} = params;
  return {
    ...trainedOn(
      model,
      sampleBatches(
        (source, count) => source.normals(count * garments.codeSize),
        [batchSize, garments.codeSize],
        random.fork("batches"),
      ),
    ),
    async snapshot() {
      const {clicks, preference} = model;
      const round = Math.min(clicks.length, mostClicks - 1);
      // A made-up shopper is seen with what they took last; the reader with what they may take next.
      const shown = shopper ? Math.max(0, clicks.length - 1) : round;
      return {
        samples: copied(firstPictures((await now()).images, madeCount)),
        offered: copied(offers[shown]!.images),
        taken: numbers([clicks[shown] ?? -1]),
        rounds: numbers([clicks.length]),
        weights: numbers(preference.weights),
        spreads: numbers(preference.spreads),
      };
    },
    measure: async () => score(await now()),
    answers: {},
    probe: () => latentProbe(noise, garments.codeSize),
    shows: (name) => name === "choices",
    cadence: {measureSteps: 20, checkpointSteps: 20},
    dispose() {
      model.dispose();
      classifier.dispose();
    },
  };
};

/** What a snapshot holds is given away with it; these are asked for again. */
function copied({data, shape}: ByteImages): ByteImages {
  return {data: data.slice(), shape};
}

function clicksOf(
  shopper: Shopper,
  offers: readonly Offer[],
  count: number,
  random: Random,
): readonly number[] {
  return offers.slice(0, count).map(({features}) => taken(shopper, features, random));
}

function numbers(values: ArrayLike<number>): NdArray<Float32Array> {
  return {data: Float32Array.from(values), shape: [values.length]};
}
