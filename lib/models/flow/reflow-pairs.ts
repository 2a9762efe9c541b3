/** Pairs of noise and the picture that a teacher makes of it, for reflow.ts: new ones for each step, or from a bank (pair-bank.ts). */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import type {FlowBatch, FlowModel} from "./flow-model.js";
import {euler} from "./flow-samplers.js";
import {type Denoise, lastOf, type Sampler} from "./sampling.js";
import type {Teacher} from "./teacher.js";
import {timesOf} from "./times.js";

/** Pairs for the step that follows `taken` steps of reflow, as many as `batch` has rows. The caller disposes their tensors. */
export type DrawPairs = (batch: FlowBatch, random: Random, taken: number) => Promise<FlowBatch>;

export interface PairOptions {
  readonly teacher: Teacher;
  /** The paths and the kind of prediction are its. */
  readonly flow: Pick<FlowModel, "path" | "kind">;
  /** Steps from noise to picture. */
  readonly steps: number;
  /** How the teacher goes; default Euler's. */
  readonly sampler?: Sampler;
}

/** New pairs for each step, of a teacher without a condition: the most to learn from, but the teacher is asked many times a step. */
export function freshPairs(options: PairOptions): DrawPairs {
  const denoise: Denoise = (x, t) => options.teacher.ask(x, t);
  return async ({x: {shape, size}}, random) => {
    const noise = random.normals(size);
    const made = await followed(options, denoise, random, noise);
    return {x: tf.tensor(made, shape), noise: tf.tensor(noise, shape)};
  };
}

/** What is made of `start` [n, ...] by `denoise`. */
export function followed(
  {flow, steps, sampler = euler}: PairOptions,
  denoise: Denoise,
  random: Random,
  start: Float32Array,
): Promise<Float32Array> {
  const {kind, path} = flow;
  return lastOf(sampler({denoise, kind, path, times: timesOf(steps), start, random}));
}
