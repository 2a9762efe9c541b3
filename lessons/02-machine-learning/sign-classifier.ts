/**
 * The smallest classifier: three signs of 6 by 6 pixels (a bar across, a bar down, a ring), a row of weights for each, and softmax.
 * What the specs of its exercises hold an answer against; the answers have a step of their own.
 */
import type {Draw} from "../../lib/grading/draw.js";
import type {Trial} from "../../lib/grading/trial.js";
import type {TestPicture, TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

/** A row for each class. */
export type Rows = readonly (readonly number[])[];

export interface Batch {
  readonly pictures: Rows;
  readonly labels: readonly number[];
}

export interface Round extends Batch {
  readonly weights: Rows;
}

export const classes = 3;
export const rate = 0.5;
const side = 6;
const batch = 12;
export const steps = 80;

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/** A score for each picture and class. */
export function scoresOf(weights: Rows, pictures: Rows): number[][] {
  return pictures.map((picture) => weights.map((row) => dot(row, picture)));
}

/** The scores as shares of each picture. */
export function softmax(scores: Rows): number[][] {
  return scores.map((row) => {
    const powers = row.map(Math.exp);
    return powers.map((power) => power / sum(powers));
  });
}

export function lossOf(shares: Rows, labels: readonly number[]): number {
  return mean(labels.map((label, i) => -Math.log(shares[i]![label]!)));
}

/** The weights moved down the slope that these shares lead to; `by` is the learning rate. */
export function moved({weights, pictures, labels}: Round, shares: Rows, by = rate): number[][] {
  const slopes = shares.map((row, i) => row.map((each, k) => each - (k === labels[i] ? 1 : 0)));
  return weights.map((row, k) =>
    row.map((weight, j) => weight - by * mean(pictures.map((x, i) => slopes[i]![k]! * x[j]!))),
  );
}

export interface Stepped {
  readonly weights: Rows;
  readonly loss: number;
}

export function rightStep(round: Round): Stepped {
  const shares = softmax(scoresOf(round.weights, round.pictures));
  return {weights: moved(round, shares), loss: lossOf(shares, round.labels)};
}

/** The share of the pictures whose highest score is that of their label. */
export function rightShare(weights: Rows, {pictures, labels}: Batch): number {
  const scores = scoresOf(weights, pictures);
  return mean(scores.map((row, i) => (row.indexOf(Math.max(...row)) === labels[i] ? 1 : 0)));
}

export function drawRound(draw: Draw): Round {
  const pixels = draw.size(1, 4, 9);
  const size = draw.size(1, 4, 12);
  return {
    weights: draw.matrix(classes, pixels, -2, 2),
    pictures: draw.matrix(size, pixels, -1, 1),
    labels: Array.from({length: size}, () => draw.integer(0, classes - 1)),
  };
}

function sign(random: Random, label: number): number[] {
  const place = 1 + random.integer(side - 2);
  return Array.from({length: side * side}, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    const isInk = label === 0 ? y === place : label === 1 ? x === place : isOnRing(x, y);
    const value = (isInk ? 1 : 0) + 0.3 * random.normal();
    return Math.round(100 * value) / 100;
  });
}

function isOnRing(x: number, y: number): boolean {
  const reach = Math.max(Math.abs(x - 2.5), Math.abs(y - 2.5));
  return reach === 1.5;
}

export function signs(random: Random, count: number): Batch {
  const labels = Array.from({length: count}, () => random.integer(classes));
  return {labels, pictures: labels.map((label) => sign(random, label))};
}

/** The batches of a whole run. */
export function batches(random: Random): readonly Batch[] {
  return Array.from({length: steps}, () => signs(random, batch));
}

/** The steps that `step` takes through the batches, from weights of 0. */
export async function follow(
  data: readonly Batch[],
  step: (round: Round) => Promise<Stepped>,
): Promise<readonly Stepped[]> {
  const run: Stepped[] = [];
  let weights: Rows = Array.from({length: classes}, () => new Array<number>(side * side).fill(0));
  for (const each of data) {
    const stepped = await step({weights, ...each});
    weights = stepped.weights;
    run.push(stepped);
  }
  return run;
}

/** An answer's value as a step, if it is one. */
export function steppedOf(value: unknown, {weights}: Round, check: Trial["check"]): Stepped {
  const rows = check.list(check.field(value, "weights"), classes, "rows of weights");
  return {
    weights: rows.map((row, k) => check.numbers(row, weights[k]!.length)),
    loss: check.number(check.field(value, "loss")),
  };
}

/** The accuracy after each step, on `held` pictures that were not trained on. */
export function accuracies(run: readonly Stepped[], held: Batch): Float32Array {
  return Float32Array.from(run, ({weights}) => rightShare(weights, held));
}

export function comparedRun(
  label: string,
  yours: readonly Stepped[],
  right: readonly Stepped[],
  held: Batch,
): TestRun {
  return {
    label,
    curves: [
      {
        label: "loss",
        role: "judge",
        yours: Float32Array.from(yours, ({loss}) => loss),
        right: Float32Array.from(right, ({loss}) => loss),
      },
      {
        label: "accuracy",
        role: "judge",
        yours: accuracies(yours, held),
        right: accuracies(right, held),
      },
    ],
    pictures: [weightPicture("expected", right.at(-1)!), weightPicture("yours", yours.at(-1)!)],
  };
}

/** The weights of the three classes as pictures: white counts for the sign, black against it. */
function weightPicture(role: TestPicture["role"], {weights}: Stepped): TestPicture {
  const most = Math.max(...weights.flat().map(Math.abs));
  const data = Float32Array.from(weights.flat(), (weight) => weight / most);
  const images = {data, shape: [classes, side, side, 1]} as const;
  const whose = role === "expected" ? "of a right run" : "of this run";
  return {role, images, alt: `The weights ${whose} for a bar across, a bar down and a ring.`};
}
