/** A step of a reader's that moves one weight by its slope and what it remembers of earlier ones, taken for many weights at once. */
import {shorten} from "../grading/shorten.js";
import {show} from "../grading/show.js";
import {DrivenFault} from "./driven-fault.js";
import type {ReaderFunction} from "./reader-function.js";

/** Both [P]. */
export interface StepState {
  readonly weights: Float32Array;
  readonly memory: Float32Array;
}

/** The state after a step, from the slopes [P] and whatever else the function takes. */
export type OutsideStep = (
  state: StepState,
  slopes: Float32Array,
  ...rest: readonly number[]
) => Promise<StepState>;

const shownCharacters = 200;

/** The step of `fn`, which takes `{weight, velocity}`, a slope and the rest, and gives `{weight, velocity}`. */
export function drivenStep(fn: ReaderFunction): OutsideStep {
  return async ({weights, memory}, slopes, ...rest) => {
    const given = Array.from(weights, (weight, i) => ({weight, velocity: memory[i]!}));
    const values = await fn.call(given.map((state, i) => [state, slopes[i]!, ...rest]));
    const after = {
      weights: new Float32Array(weights.length),
      memory: new Float32Array(weights.length),
    };
    for (const [i, value] of values.entries()) {
      if (!isState(value)) throw faultOf(fn.part, value, given[i]!, slopes[i]!);
      after.weights[i] = value.weight;
      after.memory[i] = value.velocity;
    }
    return after;
  };
}

interface WeightState {
  readonly weight: number;
  readonly velocity: number;
}

function isState(value: unknown): value is WeightState {
  if (typeof value !== "object" || value === null) return false;
  const {weight, velocity} = value as Readonly<Record<string, unknown>>;
  return Number.isFinite(weight) && Number.isFinite(velocity);
}

function faultOf(part: string, value: unknown, given: WeightState, slope: number): DrivenFault {
  const came = `returned ${shorten(show(value), shownCharacters)} for ${show(given)} and the slope ${slope}`;
  return new DrivenFault(
    part,
    came,
    "an object with a weight and a velocity, both finite numbers",
    "Run the tests of its exercise: they try numbers like these.",
  );
}
