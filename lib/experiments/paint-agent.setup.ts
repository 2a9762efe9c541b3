import type {NamedArrays} from "../array.js";
import type {ImageDataset} from "../datasets/dataset.js";
import {imageDataset} from "../datasets/image-dataset.js";
import {findImageSet} from "../datasets/index.js";
import {lineDrawing, lineDrawings} from "../datasets/line-drawings.js";
import {split} from "../datasets/split.js";
import {pick} from "../image.js";
import {type Episodes, playEpisodes} from "../models/episodes.js";
import {PaintAgent} from "../models/paint-agent.js";
import {paintAtRandom, paintByTrying} from "../models/painters.js";
import {tensorBatches} from "../models/tensor-batches.js";
import {imageBatches} from "../pipeline/batches.js";
import {Random} from "../random.js";
import {actionCount, canvasSide} from "../strokes.js";
import * as tf from "../tf.js";
import {type paintAgent, scoredCount, shownTemperature, testCount} from "./paint-agent.js";
import {countOf, floatsOf} from "./picture-answers.setup.js";
import type {MakeSetup, SetupContext} from "./setup.js";

/** The same split whatever the run's seed, so that runs can be compared. */
const splitSeed = 1;
/** Test digits that are shown, one of each class. The line drawings follow them. */
const shownDigits = 10;
/** Of the policy before each stroke, as many of the most probable strokes are told. */
const likelyCount = 20;
/** Random painters per target, for the floor. */
const randomPainters = 4;
const size = canvasSide * canvasSide;

type Context = SetupContext<typeof paintAgent.params>;

/**
 * The worker's side of `paint-agent`. A picture is how n = 16 targets are painted, ten test digits and six line drawings: `targets` and
 * `samples` [n, 28, 28, 1], bytes; `actions` and `rewards` [n, T]; and the policy before each stroke: the actions it held most
 * probable, `likely` [n, T, 20], with `chances` [n, T, 20]. It answers `paint`: `pictures` [n, 28, 28, 1] in [-1, 1] and
 * `seed` [1] -> the same of these.
 */
export const makePaintAgent: MakeSetup<typeof paintAgent.params> = async (context) => {
  const {params, random} = context;
  const {practice, test} = partsOf(context);
  const model = new PaintAgent(params, random.fork("weights"));
  const {policy} = model.networks;
  const shown = [...targetsOf(test, shownDigits), ...lineDrawings.map(lineDrawing)];
  const scored = targetsOf(test, scoredCount);
  const play = {strokes: params.strokes, temperature: shownTemperature};
  const paint = async (targets: readonly Float32Array[], chance: Random) =>
    paintings(targets, await playEpisodes(policy, targets, {...play, isWatched: true}, chance));
  const chance = (label: string) => random.fork(label);
  return {
    model,
    batches: tensorBatches(imageBatches(practice, params.batchSize, random.fork("batches"))),
    picture: () => paint(shown, chance("shown")),
    measure: scoreMeasure(scored, params.strokes, chance("floor"), async () => {
      const {paintings} = await playEpisodes(policy, scored, play, chance("scored"));
      return paintings.map(({error}) => 1 - error);
    }),
    answers: {
      paint: async (inputs) => paint(givenTargets(inputs), new Random(seedOf(inputs))),
    },
    probe: () => probeOf(shown),
    cadence: {measureSteps: 25, checkpointSteps: 25},
    dispose: () => model.dispose(),
  };
};

/** What is told of `episodes` on `targets`. */
function paintings(targets: readonly Float32Array[], episodes: Episodes): NamedArrays {
  const count = targets.length;
  const strokes = episodes.actions.length / count;
  const rows = episodes.actions.length;
  const likely = new Uint32Array(rows * likelyCount);
  const chances = new Float32Array(rows * likelyCount);
  for (let row = 0; row < rows; row++) {
    const pi = episodes.probabilities!.subarray(row * actionCount, (row + 1) * actionCount);
    const top = mostProbable(pi);
    likely.set(top, row * likelyCount);
    chances.set(
      top.map((action) => pi[action]!),
      row * likelyCount,
    );
  }
  return {
    targets: pictures(targets),
    samples: pictures(episodes.paintings.map(({canvas}) => canvas)),
    actions: {data: Uint32Array.from(episodes.actions), shape: [count, strokes]},
    rewards: {data: episodes.rewards, shape: [count, strokes]},
    likely: {data: likely, shape: [count, strokes, likelyCount]},
    chances: {data: chances, shape: [count, strokes, likelyCount]},
  };
}

/** The actions with the largest probabilities, the largest first. */
function mostProbable(pi: Float32Array): number[] {
  const top: number[] = [];
  for (let action = 0; action < pi.length; action++) {
    if (top.length === likelyCount && !(pi[action]! > pi[top.at(-1)!]!)) continue;
    const place = top.findIndex((other) => pi[action]! > pi[other]!);
    top.splice(place < 0 ? top.length : place, 0, action);
    if (top.length > likelyCount) top.pop();
  }
  return top;
}

function pictures(values: readonly Float32Array[]) {
  const data = new Uint8Array(values.length * size);
  for (const [i, picture] of values.entries())
    data.set(
      picture.map((value) => Math.round(255 * value)),
      i * size,
    );
  return {data, shape: [values.length, canvasSide, canvasSide, 1]};
}

/** In per cent of what trying earns on the same targets, which is found once; the floor is where random painters lie. */
function scoreMeasure(
  targets: readonly Float32Array[],
  strokes: number,
  random: Random,
  returns: () => Promise<number[]>,
) {
  let levels: {readonly best: number; readonly floor: {low: number; high: number}} | undefined;
  return async () => {
    levels ??= levelsOf(targets, strokes, random);
    const score = (100 * meanOf(await returns())) / levels.best;
    return {scalars: {score}, floors: {score: levels.floor}, arrays: {}};
  };
}

function levelsOf(targets: readonly Float32Array[], strokes: number, random: Random) {
  const best = meanOf(targets.map((target) => 1 - paintByTrying(target, strokes).error));
  const means = Array.from({length: randomPainters}, () =>
    meanOf(targets.map((target) => paintAtRandom(target, strokes, random))),
  ).map((mean) => (100 * mean) / best);
  return {best, floor: {low: Math.min(...means), high: Math.max(...means)}};
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function partsOf({params, files}: Context) {
  const bytes = files["digits-train"];
  if (!bytes) throw new RangeError("missing file: digits-train");
  const digits = imageDataset(findImageSet("digits"), bytes);
  const {train, test} = split(digits, testCount, new Random(splitSeed));
  return {practice: params.practice === "ones" ? onesOf(train) : train, test};
}

function onesOf(digits: ImageDataset): ImageDataset {
  const ones = [...digits.labels.keys()].filter((i) => digits.labels[i] === 1);
  return {
    ...digits,
    images: pick(digits.images, ones),
    labels: new Uint8Array(ones.length).fill(1),
  };
}

/** The first `count` pictures as targets. */
function targetsOf({images}: ImageDataset, count: number): Float32Array[] {
  return Array.from({length: count}, (_, i) =>
    Float32Array.from(images.data.subarray(i * size, (i + 1) * size), (byte) => byte / 255),
  );
}

function givenTargets(inputs: NamedArrays): Float32Array[] {
  const data = floatsOf(inputs, "pictures");
  const [count, ...rest] = inputs.pictures!.shape;
  if (`${rest}` !== `${[canvasSide, canvasSide, 1]}` || data.length !== countOf(count) * size)
    throw new RangeError(
      `invalid picture shape: ${rest.join("x")} (${canvasSide}x${canvasSide}x1)`,
    );
  return Array.from({length: count!}, (_, i) =>
    Float32Array.from(data.subarray(i * size, (i + 1) * size), (v) =>
      Math.max(0, Math.min(1, (v + 1) / 2)),
    ),
  );
}

function seedOf(inputs: NamedArrays): number {
  const seed = inputs.seed?.data[0];
  if (seed === undefined) throw new RangeError("missing input: seed");
  return seed;
}

/** The targets before the first stroke. */
function probeOf(targets: readonly Float32Array[]): tf.Tensor4D {
  const seen = new Float32Array(targets.length * size * 2);
  for (const [i, target] of targets.entries())
    for (let p = 0; p < size; p++) seen[(i * size + p) * 2] = target[p]!;
  return tf.tensor4d(seen, [targets.length, canvasSide, canvasSide, 2]);
}
