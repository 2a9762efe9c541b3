import {bagsOf} from "../../lib/datasets/vocabulary.js";
import {firstPictures, type Images, pick, toFloats} from "../../lib/image.js";
import {
  guessingBand,
  largestPlaces,
  ranksOf,
  recallAt,
  similaritiesOf,
} from "../../lib/metrics/retrieval.js";
import {embeddingSize} from "../../lib/models/clip-towers.js";
import {SmallClip} from "../../lib/models/small-clip.js";
import {captionedBatches} from "../../lib/pipeline/captioned-batches.js";
import {Remembered} from "../../lib/remembered.js";
import {textArray} from "../../lib/text-array.js";
import * as tf from "../../lib/tf.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {MakeSetup} from "../../lib/training/setup.js";
import {trainedOn} from "../../lib/training/trained-on.js";
import {pictureProbe, probeCount} from "../shared/probe.setup.js";
import {type CaptionedSet, captionedSet} from "./captioned-set.setup.js";
import {amongCount, foundCount, setCount, side, type smallClip} from "./experiment.js";
import {understood} from "./search.js";

type Snapshot = ExchangeOf<typeof smallClip>["snapshot"];

/** Directions of the held-out pairs, [150, 32] each. */
interface Directions {
  readonly pictures: Float32Array;
  readonly captions: Float32Array;
}

/** The worker's side of `small-clip`. What a snapshot holds, its description says. */
export const makeSmallClip: MakeSetup<typeof smallClip> = async ({params, random, files}) => {
  const set = captionedSet(files, params.language);
  const {vocabulary, train, heldOut} = set;
  const words = vocabulary.words.length;
  const model = new SmallClip({...params, side, words}, random.fork("weights"));
  const floats = toFloats(heldOut.images);
  const remembered = new Remembered<Directions>();
  const now = () => remembered.of(model.version, () => directionsOf(model, floats, heldOut.bags));
  let {query} = params;
  return {
    ...trainedOn(model, captionedBatches(train, params, random.fork("batches"))),
    sample(sampling) {
      query = sampling.query;
    },
    snapshot: async () => ({
      ...shownSet(set, await now()),
      ...(await found(set, model, (await now()).pictures, query)),
    }),
    measure: async () => measurement(await now()),
    answers: {},
    probe: (network) =>
      network === "picture"
        ? pictureProbe(floats)
        : tf.tensor2d(heldOut.bags.subarray(0, probeCount * words), [probeCount, words]),
    cadence: {measureSteps: 50, checkpointSteps: 50},
    dispose: () => model.dispose(),
  };
};

async function directionsOf(
  model: SmallClip,
  images: Images,
  bags: Float32Array,
): Promise<Directions> {
  return {
    pictures: await model.embedPictures(images),
    captions: await model.embedWords(bags),
  };
}

/** Similarities within set `which`, [50, 50]. */
function within({pictures, captions}: Directions, which: number): Float32Array {
  const size = amongCount * embeddingSize;
  const part = (all: Float32Array) => all.subarray(which * size, (which + 1) * size);
  return similaritiesOf(part(captions), part(pictures), embeddingSize);
}

function shownSet({heldOut}: CaptionedSet, directions: Directions) {
  return {
    similarities: {data: within(directions, 0), shape: [amongCount, amongCount]},
    pictures: firstPictures(heldOut.images, amongCount),
    captions: textArray(JSON.stringify(heldOut.texts.slice(0, amongCount))),
  };
}

/** The held-out pictures nearest to the words that are searched for. */
async function found(
  {heldOut, vocabulary}: CaptionedSet,
  model: SmallClip,
  pictures: Float32Array,
  query: string,
): Promise<Pick<Snapshot, "found" | "foundSimilarities" | "search">> {
  const {known, unknown} = understood(query, vocabulary);
  const bag = bagsOf([known.map(({word}) => word)], vocabulary);
  const similarities = similaritiesOf(await model.embedWords(bag), pictures, embeddingSize);
  const places = known.length === 0 ? [] : largestPlaces(similarities, foundCount);
  const captions = places.map((place) => heldOut.texts[place]!);
  return {
    found: pick(heldOut.images, places),
    foundSimilarities: {
      data: Float32Array.from(places, (place) => similarities[place]!),
      shape: [places.length],
    },
    search: textArray(JSON.stringify({known, unknown, captions})),
  };
}

/** In per cent; the floors are what guessing gives. */
function measurement(directions: Directions) {
  const sets = Array.from({length: setCount}, (_, which) => within(directions, which));
  const ranks = sets.flatMap((similarities) => [...ranksOf(similarities, amongCount)]);
  const guessing = (k: number) => {
    const {low, high} = guessingBand(k / amongCount, ranks.length);
    return {low: 100 * low, high: 100 * high};
  };
  const recall5 = recallAt(ranks, 5);
  return {
    scalars: {
      recall5: 100 * recall5,
      recall1: 100 * recallAt(ranks, 1),
      right: Math.round(recall5 * ranks.length),
      count: ranks.length,
    },
    floors: {recall5: guessing(5), recall1: guessing(1)},
    arrays: {},
  };
}
