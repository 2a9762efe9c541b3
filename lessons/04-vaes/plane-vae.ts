/**
 * The smallest VAE: pictures of two pixels, which are points of the plane, and codes of one number. The code's mean is look · x, its
 * log-variance the same for all points, and the decoder draws hand z + middle. What the specs of its exercises hold an answer against;
 * the answers have a step of their own.
 */
import type {Draw} from "../../lib/grading/draw.js";
import type {Trial} from "../../lib/grading/trial.js";
import type {TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

type Pair = readonly number[];

export interface Weights {
  readonly look: Pair;
  readonly logVar: number;
  readonly hand: Pair;
  readonly middle: Pair;
}

export interface Batch {
  readonly points: readonly Pair[];
  readonly noise: readonly number[];
}

export interface Round extends Batch {
  readonly weights: Weights;
}

export interface Terms {
  /** |y - x|² / 0.2, a mean over the points: a normal distribution's variance of 0.1. */
  readonly reconstruction: number;
  readonly kl: number;
}

const variance = 0.1;
const rate = 0.02;
const count = 16;
export const steps = 150;

export const mean = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length;
const dot = (a: Pair, b: Pair) => a[0]! * b[0]! + a[1]! * b[1]!;

/** Everything that a step knows of one point. */
function seen({look, logVar, hand, middle}: Weights, x: Pair, noise: number) {
  const code = dot(look, x);
  const spread = Math.exp(logVar / 2);
  const z = code + spread * noise;
  const miss = hand.map((each, k) => each * z + middle[k]! - x[k]!);
  return {x, noise, code, spread, z, miss, toZ: dot(miss, hand) / variance};
}

export function termsOf({weights, points, noise}: Round): Terms {
  const {logVar} = weights;
  const all = points.map((x, i) => seen(weights, x, noise[i]!));
  return {
    reconstruction: mean(all.map(({miss}) => dot(miss, miss) / (2 * variance))),
    kl: mean(all.map(({code}) => (code * code + Math.exp(logVar) - 1 - logVar) / 2)),
  };
}

/** Ways to go astray: the weight of the KL term, what the draw adds, the direction. */
export interface Astray {
  readonly beta?: number;
  readonly isDrawn?: boolean;
  readonly by?: number;
}

/** The weights after a step. */
export function stepped(
  {weights, points, noise}: Round,
  {beta = 1, isDrawn = true, by = rate}: Astray = {},
): Weights {
  const {look, logVar, hand, middle} = weights;
  const all = points.map((x, i) => seen(weights, x, isDrawn ? noise[i]! : 0));
  const down = (weight: number, slopes: readonly number[]) => weight - by * mean(slopes);
  const kl = (Math.exp(logVar) - 1) / 2;
  return {
    look: look.map((weight, k) =>
      down(
        weight,
        all.map(({x, toZ, code}) => (toZ + beta * code) * x[k]!),
      ),
    ),
    logVar: down(
      logVar,
      all.map(({toZ, spread, noise}) => (toZ * spread * noise) / 2 + beta * kl),
    ),
    hand: hand.map((weight, k) =>
      down(
        weight,
        all.map(({miss, z}) => (miss[k]! / variance) * z),
      ),
    ),
    middle: middle.map((weight, k) =>
      down(
        weight,
        all.map(({miss}) => miss[k]! / variance),
      ),
    ),
  };
}

export function drawRound(draw: Draw): Round {
  const pair = () => draw.numbers(2, -1.5, 1.5);
  const size = draw.size(1, 4, 20);
  return {
    weights: {look: pair(), logVar: draw.number(-3, 1), hand: pair(), middle: pair()},
    points: Array.from({length: size}, pair),
    noise: draw.numbers(size, -2, 2),
  };
}

/** Points along a slanted line, a little beside it. */
export function batches(random: Random): readonly Batch[] {
  const pointOf = ([along, x, y]: ArrayLike<number> & Iterable<number>): Pair => [
    along! + 0.2 * x!,
    0.6 * along! + 0.2 * y!,
  ];
  return Array.from({length: steps}, () => ({
    points: Array.from({length: count}, () => pointOf(random.normals(3))),
    noise: Array.from(random.normals(count)),
  }));
}

const begin: Weights = {look: [0.1, 0.1], logVar: 0, hand: [0.1, -0.1], middle: [0, 0]};

/** The terms before each step of a run, and its last weights. */
export async function follow(
  data: readonly Batch[],
  step: (round: Round) => Promise<Weights>,
): Promise<readonly Terms[]> {
  const run: Terms[] = [];
  let weights = begin;
  for (const each of data) {
    run.push(termsOf({weights, ...each}));
    weights = await step({weights, ...each});
  }
  return run;
}

export function weightsOf(value: unknown, {field, number, numbers}: Trial["check"]): Weights {
  const pair = (name: string) => numbers(field(value, name), 2);
  return {
    look: pair("look"),
    logVar: number(field(value, "logVar")),
    hand: pair("hand"),
    middle: pair("middle"),
  };
}

export function comparedRun(
  label: string,
  yours: readonly Terms[],
  right: readonly Terms[],
): TestRun {
  const curve = (name: keyof Terms) => ({
    yours: Float32Array.from(yours, (terms) => terms[name]),
    right: Float32Array.from(right, (terms) => terms[name]),
  });
  return {
    label,
    curves: [
      {label: "reconstruction, nats a point", role: "generated", ...curve("reconstruction")},
      {label: "KL, nats a point", role: "chance", ...curve("kl")},
    ],
  };
}
