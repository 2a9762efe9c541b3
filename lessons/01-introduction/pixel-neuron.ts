/** A neuron that answers yes or no, with its step over some pictures: what the specs of its exercises hold an answer against. */
import type {Draw} from "../../lib/grading/draw.js";
import type {Trial} from "../../lib/grading/trial.js";
import type {TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

export interface Batch {
  readonly pictures: readonly (readonly number[])[];
  /** 1 for yes, 0 for no. */
  readonly targets: readonly number[];
}

export interface Neuron {
  readonly weights: readonly number[];
  readonly bias: number;
}

export type Round = Neuron & Batch;

export interface Stepped extends Neuron {
  readonly loss: number;
}

export const rate = 0.5;
const steps = 60;
const batch = 8;

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;

export function answersOf({weights, bias}: Neuron, {pictures}: Batch): number[] {
  const scores = pictures.map((pixels) => bias + sum(pixels.map((x, j) => weights[j]! * x)));
  return scores.map((score) => 1 / (1 + Math.exp(-score)));
}

export function lossOf(answers: readonly number[], targets: readonly number[]): number {
  return mean(answers.map((p, i) => -Math.log(targets[i] === 1 ? p : 1 - p)));
}

/** The neuron after a step that these errors lead to, one for each picture; `by` is the learning rate. */
export function moved(round: Round, errors: readonly number[], by = rate): Neuron {
  const slope = (j: number) => mean(errors.map((error, i) => error * round.pictures[i]![j]!));
  return {
    weights: round.weights.map((weight, j) => weight - by * slope(j)),
    bias: round.bias - by * mean(errors),
  };
}

export const errorsOf = (round: Round) =>
  answersOf(round, round).map((p, i) => p - round.targets[i]!);

export function rightStep(round: Round): Stepped {
  return {...moved(round, errorsOf(round)), loss: lossOf(answersOf(round, round), round.targets)};
}

export function drawRound(draw: Draw): Round {
  const pixels = draw.size(1, 4, 9);
  const size = draw.size(1, 4, 12);
  return {
    weights: draw.numbers(pixels, -2, 2),
    bias: draw.number(-2, 2),
    pictures: draw.matrix(size, pixels, 0, 1),
    targets: Array.from({length: size}, () => draw.integer(0, 1)),
  };
}

/** Pictures of two pixels in tenths; yes where the left one is the lighter. */
export function twoPixels(random: Random, count: number): Batch {
  const pictures = Array.from({length: count}, () => {
    const left = random.integer(11);
    const right = (left + 1 + random.integer(10)) % 11;
    return [left / 10, right / 10];
  });
  return {pictures, targets: pictures.map(([left, right]) => (left! > right! ? 1 : 0))};
}

export function batches(random: Random): readonly Batch[] {
  return Array.from({length: steps}, () => twoPixels(random, batch));
}

/** The steps that `step` takes through the batches, from weights of 0. */
export async function follow(
  data: readonly Batch[],
  step: (round: Round) => Promise<Stepped>,
): Promise<readonly Stepped[]> {
  const run: Stepped[] = [];
  let neuron: Neuron = {weights: [0, 0], bias: 0};
  for (const each of data) {
    const stepped = await step({...neuron, ...each});
    neuron = stepped;
    run.push(stepped);
  }
  return run;
}

/** An answer's value as a step, if it is one. */
export function steppedOf(value: unknown, {weights}: Neuron, check: Trial["check"]): Stepped {
  return {
    weights: check.numbers(check.field(value, "weights"), weights.length),
    bias: check.number(check.field(value, "bias")),
    loss: check.number(check.field(value, "loss")),
  };
}

/** The share of the pictures that it answers rightly. */
export function rightShare(neuron: Neuron, some: Batch): number {
  return mean(answersOf(neuron, some).map((p, i) => (p > 0.5 === (some.targets[i] === 1) ? 1 : 0)));
}

export function comparedRun(
  label: string,
  yours: readonly Stepped[],
  right: readonly Stepped[],
  held: Batch,
): TestRun {
  const curve = (name: string, of: (stepped: Stepped) => number) => ({
    label: name,
    role: "judge" as const,
    yours: Float32Array.from(yours, of),
    right: Float32Array.from(right, of),
  });
  return {
    label,
    curves: [
      curve("loss", ({loss}) => loss),
      curve("share right", (stepped) => rightShare(stepped, held)),
    ],
  };
}
