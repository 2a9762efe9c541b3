/** How good and how varied the pictures are that a flow draws in any number of steps. */
import type {NamedArrays, NdArray} from "../../../lib/array.js";
import {classCount} from "../../../lib/models/classifier.js";
import {inputOf} from "../picture-answers.setup.js";
import type {Asking, Drawer} from "./drawn-digits.setup.js";
import type {FlowJudge} from "./flow-judge.setup.js";
import {sameClassSpread} from "./same-class-spread.js";
import type {StepsDistance} from "./steps-exchange.js";

const mostSteps = 50;

/** Drawn as `asking` says, but in the `steps` [1] of `inputs`. */
export async function distanceAnswer(
  judge: FlowJudge,
  drawer: Drawer,
  asking: Asking,
  inputs: NamedArrays,
): Promise<StepsDistance["tells"]> {
  const steps = stepsOf(inputOf(inputs, "steps").data[0]);
  const {distance, interval, right, labels, images} = await judge.judged(drawer, {
    ...asking,
    steps,
  });
  const {low, high} = (await judge.scores()).frechet;
  return {
    distance: numbers(distance),
    interval: numbers(interval.low, interval.high),
    floor: numbers(low, high),
    agreement: numbers((100 * right) / labels.length),
    spread: numbers(sameClassSpread(images, classCount)),
  };
}

function numbers(...values: number[]): NdArray<Float32Array> {
  return {data: Float32Array.from(values), shape: [values.length]};
}

/** `count` if it is a legal number of steps. Throws a RangeError otherwise. */
function stepsOf(count: unknown): number {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > mostSteps)
    throw new RangeError(`invalid steps: ${count} (a whole number from 1 to ${mostSteps})`);
  return count;
}
