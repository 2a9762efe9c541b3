/** How often kind and colour are as asked, in pictures of pairs that the network was never shown together. */
import {toBytes} from "../../lib/image.js";
import {accuracy, topClasses} from "../../lib/metrics/accuracy.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import type {KindClassifier} from "../../lib/models/kind-classifier.js";
import {rowOf} from "../../lib/prompts/condition.js";
import type {Random} from "../../lib/random.js";
import {drawnOfPair} from "./experiment.js";
import {heldOutPairs, type Pair} from "./held-out-pairs.js";
import {type PromptPictures, pictureColour, side} from "./prompt-pictures.setup.js";
import {drawing, noise} from "./sampled.setup.js";

export interface Judged {
  readonly model: FlowModel;
  readonly pictures: PromptPictures;
  readonly judge: KindClassifier;
}

/** Of what is measured, whatever the reader sees. */
const steps = 12;

/** `drawnOfPair` pictures of each pair, by noise that `random` draws, the same each time. */
export async function pairAgreement(
  {model, pictures, judge}: Judged,
  guidance: number,
  random: Random,
) {
  const pairs = heldOutPairs.flatMap((pair) => new Array<Pair>(drawnOfPair).fill(pair));
  const beginning = {
    start: noise(random.fork("pairs"), pairs.length),
    wanted: conditions(pairs, pictures),
    unwanted: new Float32Array(pairs.length * pictures.terms.terms.length),
  };
  const data = await lastOf(drawing(model, beginning, {guidance, steps}));
  const images = {data, shape: [pairs.length, side, side, 3] as const};
  const kinds = topClasses(await judge.classify(images), judge.kinds.length);
  const {data: bytes} = toBytes(images);
  const size = side * side * 3;
  const right = pairs.map(({kind, colour}, i) => ({
    kind: judge.kinds[kinds[i]!] === kind,
    colour: pictureColour(bytes.subarray(i * size, (i + 1) * size)) === colour,
  }));
  const shareOf = (is: (each: (typeof right)[number]) => boolean) =>
    (100 * right.filter(is).length) / right.length;
  return {
    agreement: shareOf(({kind, colour}) => kind && colour),
    kind: shareOf(({kind}) => kind),
    colour: shareOf(({colour}) => colour),
    samples: right.length,
  };
}

/** In per cent: of real pictures that it has not seen, the judge is right in this many. */
export function judgeFloor({heldOut}: KindClassifier) {
  const {low, high} = accuracy(
    heldOut.map(() => 1),
    heldOut,
  );
  return {low: 100 * low, high: 100 * high};
}

function conditions(pairs: readonly Pair[], {terms}: PromptPictures): Float32Array {
  const width = terms.terms.length;
  const rows = new Float32Array(pairs.length * width);
  for (const [i, {kind, colour}] of pairs.entries())
    rows.set(rowOf([terms.byWord.get(kind)!, terms.byWord.get(colour)!], width), i * width);
  return rows;
}
