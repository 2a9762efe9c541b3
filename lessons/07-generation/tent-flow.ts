/**
 * The smallest flow: a field over the plane that is linear in the place and, between six moments, in the time. Its points lie around one spot.
 * What the specs of its exercises hold an answer against; the answers have a step of their own.
 */
import type {Draw} from "../../lib/grading/draw.js";
import type {Trial} from "../../lib/grading/trial.js";
import type {TestPicture, TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

export type Rows = readonly (readonly number[])[];

export interface Batch {
  readonly points: Rows;
  readonly noise: Rows;
  readonly times: readonly number[];
}

/** `weights` [2, 18]: a row for each number of the velocity. */
export interface Round extends Batch {
  readonly weights: Rows;
}

export interface Stepped {
  readonly weights: Rows;
  readonly loss: number;
}

export const steps = 60;
const rate = 0.5;
const moments = 5; // tents at 0, 0.2, …, 1
export const featureCount = 3 * (moments + 1);
const batch = 12;
const spot = [1.5, -1] as const;

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((each, i) => each * b[i]!));

/** For each moment a tent that is 1 there and 0 at its neighbours, times 1, x and y. */
export function featuresOf(place: readonly number[], t: number): number[] {
  return Array.from({length: moments + 1}, (_, k) =>
    Math.max(0, 1 - Math.abs(moments * t - k)),
  ).flatMap((tent) => [tent, tent * place[0]!, tent * place[1]!]);
}

/** What a step learns from, and how far it goes; by default the right ones. */
export interface Rules {
  readonly place?: (point: number, noise: number, t: number) => number;
  readonly target?: (point: number, noise: number, t: number) => number;
  readonly told?: (t: number) => number;
  readonly rate?: number;
}

const rightPlace = (point: number, noise: number, t: number) => t * point + (1 - t) * noise;
const rightTarget = (point: number, noise: number) => point - noise;

export function steppedBy({weights, points, noise, times}: Round, rules: Rules = {}): Stepped {
  const {place = rightPlace, target = rightTarget, told = (t) => t, rate: by = rate} = rules;
  const both = (rule: typeof place) =>
    points.map((point, i) => point.map((value, k) => rule(value, noise[i]![k]!, times[i]!)));
  const features = both(place).map((each, i) => featuresOf(each, told(times[i]!)));
  const targets = both(target);
  const misses = features.map((row, i) =>
    weights.map((each, k) => dot(each, row) - targets[i]![k]!),
  );
  return {
    loss: mean(misses.map((miss) => dot(miss, miss))),
    weights: weights.map((row, k) =>
      row.map(
        (weight, j) => weight - by * mean(features.map((each, i) => 2 * misses[i]![k]! * each[j]!)),
      ),
    ),
  };
}

export function drawRound(draw: Draw): Round {
  const size = draw.size(1, 3, 9);
  return {
    points: draw.matrix(size, 2, -2, 2),
    noise: draw.matrix(size, 2, -2, 2),
    times: draw.numbers(size, 0.03, 0.97),
    weights: draw.matrix(2, featureCount, -1, 1),
  };
}

function pairOf(random: Random, middle: readonly number[], spread: number): number[] {
  return middle.map((value) => Math.round(100 * (value + spread * random.normal())) / 100);
}

/** The batches of a whole run. */
export function batches(random: Random): readonly Batch[] {
  return Array.from({length: steps}, () => ({
    points: Array.from({length: batch}, () => pairOf(random, spot, 0.3)),
    noise: Array.from({length: batch}, () => pairOf(random, [0, 0], 1)),
    times: Array.from({length: batch}, () => Math.round(100 * random.uniform()) / 100),
  }));
}

/** The steps that `step` takes through the batches, from weights of 0. */
export async function follow(
  data: readonly Batch[],
  step: (round: Round) => Promise<Stepped>,
): Promise<readonly Stepped[]> {
  const run: Stepped[] = [];
  let weights: Rows = [0, 1].map(() => new Array<number>(featureCount).fill(0));
  for (const each of data) {
    const stepped = await step({weights, ...each});
    weights = stepped.weights;
    run.push(stepped);
  }
  return run;
}

/** An answer's value as a step, if it is one. */
export function steppedOf(value: unknown, check: Trial["check"]): Stepped {
  const rows = check.list(check.field(value, "weights"), 2, "rows of weights");
  return {
    weights: rows.map((row) => check.numbers(row, featureCount)),
    loss: check.number(check.field(value, "loss")),
  };
}

/** Where noise gets along the field, in five of Euler’s steps. */
export function carried({weights}: Stepped, starts: Rows): number[][] {
  let places = starts.map((start) => [...start]);
  for (let i = 0; i < 5; i++)
    places = places.map((place) => {
      const row = featuresOf(place, i / 5);
      return place.map((value, k) => value + dot(weights[k]!, row) / 5);
    });
  return places;
}

/** The mean distance from the middle of the points. */
export function missOf(places: Rows): number {
  return mean(places.map(([x, y]) => Math.hypot(x! - spot[0], y! - spot[1])));
}

export function startsOf(random: Random): Rows {
  return Array.from({length: 24}, () => pairOf(random, [0, 0], 1));
}

export function comparedRun(
  label: string,
  yours: readonly Stepped[],
  right: readonly Stepped[],
  starts: Rows,
): TestRun {
  const losses = (run: readonly Stepped[]) => Float32Array.from(run, ({loss}) => loss);
  const misses = (run: readonly Stepped[]) =>
    Float32Array.from(run, (each) => Math.min(10, missOf(carried(each, starts))));
  return {
    label,
    curves: [
      {label: "loss", role: "generated", yours: losses(yours), right: losses(right)},
      {label: "distance", role: "generated", yours: misses(yours), right: misses(right)},
    ],
    pictures: [
      pointPicture("expected", carried(right.at(-1)!, starts)),
      pointPicture("yours", carried(yours.at(-1)!, starts)),
    ],
  };
}

const side = 24;
const reach = 4;

/** Points as white pixels of a square from -4 to 4, y upwards. */
export function pointPicture(role: TestPicture["role"], places: Rows): TestPicture {
  const data = new Float32Array(side * side).fill(-1);
  const pixel = (value: number) => Math.floor(((value + reach) / (2 * reach)) * side);
  for (const [x, y] of places) {
    const [column, row] = [pixel(x!), pixel(-y!)];
    if (Math.min(column, row) >= 0 && Math.max(column, row) < side) data[row * side + column] = 1;
  }
  const images = {data, shape: [1, side, side, 1]} as const;
  const whose = role === "expected" ? "of a right run" : "of this run";
  return {role, images, alt: `Where the field ${whose} carries 24 points of noise.`};
}
