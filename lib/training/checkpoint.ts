import type {NamedArrays, NdArray} from "../array.js";
import {type Params, parseParams} from "../params.js";
import {isRandomState} from "../random.js";
import {shownName, shownValue} from "../shown-value.js";
import type {Experiment} from "./experiment.js";
import type {Checkpoint} from "./protocol.js";

/** A checkpoint that this run can't take. Nothing has changed. */
export class BadCheckpoint extends Error {
  constructor(wrong: string) {
    super(`invalid checkpoint: ${wrong}`);
    this.name = "BadCheckpoint";
  }
}

/** `value` as a checkpoint, when its parts are of the right kinds. Throws `BadCheckpoint` otherwise. */
export function parseCheckpoint(value: unknown): Checkpoint {
  const {experiment, step, params, random, batches, arrays} = recordOf("checkpoint", value);
  const {random: shuffle, position} = recordOf("batches", batches);
  if (typeof experiment !== "string")
    throw new BadCheckpoint(`experiment ${shownValue(experiment)} (a name)`);
  checkState("random", random);
  checkState("batches.random", shuffle);
  checkCount("step", step);
  checkCount("batches.position", position);
  recordOf("params", params);
  for (const [name, array] of Object.entries(recordOf("arrays", arrays))) checkArray(name, array);
  return value as Checkpoint;
}

/**
 * Whether a run of `experiment` with `params` can go on from `checkpoint`: same experiment, same params but for live ones,
 * only finite numbers. (Names and shapes are the model's to check.) Throws `BadCheckpoint`.
 */
export function checkFit(checkpoint: Checkpoint, experiment: Experiment, params: Params): void {
  parseCheckpoint(checkpoint);
  if (checkpoint.experiment !== experiment.id)
    throw new BadCheckpoint(
      `it is of ${shownName(checkpoint.experiment)}, this is ${experiment.id}`,
    );
  const theirs = paramsOf(checkpoint, experiment);
  for (const [name, param] of Object.entries(experiment.params))
    if (param.group === "training" && !param.live && theirs[name] !== params[name])
      throw new BadCheckpoint(`its ${name} is ${theirs[name]}, this run's is ${params[name]}`);
  const broken = firstNotFinite(checkpoint.arrays);
  if (broken) throw new BadCheckpoint(`its ${shownName(broken.name)} holds ${broken.value}`);
}

/** The first number that is not finite, with its array's name; undefined when all are. */
export function firstNotFinite(
  arrays: NamedArrays,
): {readonly name: string; readonly value: number} | undefined {
  for (const [name, {data}] of Object.entries(arrays)) {
    const value = data instanceof Float32Array && data.find((number) => !Number.isFinite(number));
    if (typeof value === "number") return {name, value};
  }
  return undefined;
}

function paramsOf({params}: Checkpoint, experiment: Experiment): Params {
  try {
    return parseParams(experiment.params, params);
  } catch (error) {
    throw new BadCheckpoint((error as Error).message);
  }
}

function recordOf(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new BadCheckpoint(`${shownName(name)} ${shownValue(value)} (an object)`);
}

function checkState(name: string, value: unknown): void {
  if (!isRandomState(value))
    throw new BadCheckpoint(`${name} ${shownValue(value)} (four integers from 0 to 4294967295)`);
}

function checkCount(name: string, value: unknown): void {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new BadCheckpoint(`${name} ${shownValue(value)} (a whole number from 0)`);
}

function checkArray(name: string, value: unknown): void {
  const {data, shape} = recordOf(name, value) as Partial<NdArray>;
  const isShape = Array.isArray(shape) && shape.every(Number.isSafeInteger);
  const length = isShape ? shape.reduce((product, side) => product * side, 1) : -1;
  if (ArrayBuffer.isView(data) && data.length === length) return;
  const count = shownValue(data?.length);
  throw new BadCheckpoint(`${shownName(name)} has ${count} values (${length} by its shape)`);
}
