/** How good a code of tokens is, and what is written with it, each number with its floor. */
import type {ImageDataset} from "../../lib/datasets/dataset.js";
import {type Images, toBytes, toFloats} from "../../lib/image.js";
import {topClasses} from "../../lib/metrics/accuracy.js";
import {halfSampleInterval} from "../../lib/metrics/bootstrap-interval.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {frechetWithInterval} from "../../lib/metrics/frechet-interval.js";
import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {perplexity, unusedCount} from "../../lib/metrics/perplexity.js";
import {shareFloor} from "../../lib/metrics/share-floor.js";
import {type Classification, type Classifier, classCount} from "../../lib/models/classifier.js";
import {inChunks} from "../../lib/models/in-chunks.js";
import type {PictureTokens} from "../../lib/models/picture-tokens.js";
import {drawTokens, redrawingNats} from "../../lib/models/token-coder.js";
import {placeCount} from "../../lib/models/token-grid.js";
import {emptyDraft, sequencesOf} from "../../lib/models/write-tokens.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measured} from "../../lib/training/setup.js";
import {meanPictureNats} from "../shared/plane/mean-picture.setup.js";
import {pictureNats} from "../shared/plane/picture-nats.js";
import {sharesOf} from "./entry-patches.js";
import {measuredCount, type pictureTokens} from "./experiment.js";
import {chancesOf, type Tested, type Writing, write} from "./token-pictures.setup.js";

/** Sets of real pictures whose shares make the floor. */
const draws = 200;
/** Halves of the pictures that an interval is made of. */
const halfCount = 40;

/** Measures the code on the tested pictures, and what is written of as many of each digit, by the temperature and rounds set. */
export function tokenQuality(
  {model, images, labels, tokens: testTokens}: Tested,
  classifier: Classifier,
  real: ImageDataset,
  random: Random,
) {
  const meanNats = meanPictureNats(images);
  const [entries] = model.codebook.entries.shape;
  const floorRandom = random.fork("floor");
  const halves = random.fork("halves").state();
  let agreementFloor: Promise<Floor> | undefined;
  const classified = async (pictures: Images) => classifier.classify(toFloats(toBytes(pictures)));
  const far = ({features}: Classification) =>
    frechetWithInterval(features, classifier.reference, random);
  const written = async (order: Writing["order"], writing: Writing) => {
    const draft = emptyDraft(labels, chancesOf(writing.hand, labels.length));
    const {tokens} = await write(model, draft, {...writing, order});
    return classified(await drawTokens(model, tokens));
  };
  return async (writing: Writing): Promise<Measured<ExchangeOf<typeof pictureTokens>>> => {
    const tokens = await testTokens();
    const shares = sharesOf(tokens, entries);
    const next = await written("next", writing);
    agreementFloor ??= recognisedFloor(classifier, real, floorRandom);
    const {low, high} = await agreementFloor;
    const uniform = Math.log2(entries);
    const realFloor = classifier.reference.floorAt(measuredCount);
    const oneByOne = far(next);
    const several = far(await written("missing", writing));
    const drawnAgain = await drawTokens(model, tokens);
    const redrawn = far(await classified(drawnAgain));
    const heldOut = await redrawingNats(model, images, tokens);
    const nats = meanInterval(pictureNats(images, drawnAgain), heldOut);
    const used = perplexity(shares);
    const bits = await nextBits(model, labels, tokens);
    return {
      scalars: {
        heldOut,
        nextBits: bits.mean,
        perplexity: used,
        unused: unusedCount(shares),
        frechet: oneByOne.distance,
        severalFrechet: several.distance,
        redrawnFrechet: redrawn.distance,
        agreement:
          (100 * rightOnes(labels, next).reduce((sum, one) => sum + one, 0)) / labels.length,
        samples: measuredCount,
      },
      floors: {
        heldOut: meanNats,
        nextBits: {low: uniform, high: uniform},
        perplexity: {low: entries, high: entries},
        unused: {low: 0, high: 0},
        frechet: realFloor,
        severalFrechet: realFloor,
        redrawnFrechet: realFloor,
        agreement: {low: 100 * low, high: 100 * high},
      },
      intervals: {
        heldOut: {low: nats.low, high: nats.high},
        nextBits: bits.interval,
        perplexity: usedInterval(tokens, entries, used, Random.from(halves)),
        frechet: oneByOne.interval,
        severalFrechet: several.interval,
        redrawnFrechet: redrawn.interval,
      },
      arrays: {},
    };
  };
}

async function recognisedFloor(
  classifier: Classifier,
  {images, labels}: ImageDataset,
  random: Random,
): Promise<Floor> {
  const right = rightOnes(labels, await classifier.classify(toFloats(images)));
  return shareFloor(right, measuredCount, draws, random);
}

function rightOnes(labels: ArrayLike<number>, {logits}: Classification): Uint8Array {
  return topClasses(logits, classCount).map((top, i) => (top === labels[i] ? 1 : 0));
}

/** What `tokens` [n · 49] of pictures of `labels` [n] cost by the guesses of the next one: bits per token, with its interval. */
async function nextBits(
  {networks, codebook}: PictureTokens,
  labels: Uint8Array,
  tokens: Uint8Array,
) {
  const [entries] = codebook.entries.shape;
  const known = new Uint8Array(tokens.length).fill(1);
  const data = sequencesOf({labels, tokens, known}, entries);
  const shape = [labels.length, 1 + placeCount, 1, entries];
  const [likely] = await inChunks({data, shape}, {widths: [1], chunk: 256}, (sequences) => {
    const hot = tf.slice(sequences, [0, 1, 0, 0], [-1, placeCount, -1, -1]);
    const logits = tf.reshape(networks.next.predictOnBatch(sequences) as tf.Tensor, hot.shape);
    return [tf.sum(tf.mul(hot, tf.logSoftmax(logits)), [1, 2, 3])];
  });
  const nats = likely!.reduce((sum, value) => sum - value, 0) / tokens.length;
  const mean = nats / Math.LN2;
  const {low, high} = meanInterval(
    likely!.map((value) => -value / placeCount / Math.LN2),
    mean,
  );
  return {mean, interval: {low, high}};
}

/** Of the perplexity `used` of the tokens [n · 49] of n pictures, by halves of the pictures. */
function usedInterval(tokens: Uint8Array, entries: number, used: number, random: Random): Floor {
  const ofHalf = (half: Uint32Array) => {
    const counts = new Uint32Array(entries);
    for (const picture of half)
      for (const token of tokens.subarray(picture * placeCount, (picture + 1) * placeCount))
        counts[token]! += 1;
    return perplexity(counts);
  };
  const count = tokens.length / placeCount;
  const {low, high} = halfSampleInterval(count, used, ofHalf, halfCount, random);
  return {low: Math.max(1, low), high: Math.min(entries, high)};
}
