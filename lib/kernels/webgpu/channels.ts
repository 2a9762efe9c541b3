/** The common parts of programs on x [..., C]: channels as columns, inputs by name, one over a standard deviation. */
import * as tf from "@tensorflow/tfjs-core";
import type {ColumnShape} from "./column-sums.js";
import type {ProgramInput} from "./program.js";

export function channelsOf({shape}: tf.TensorInfo): number {
  return shape.at(-1) ?? 1;
}

/** The channels as columns. */
export function columnsOf(x: tf.TensorInfo): ColumnShape {
  const inner = channelsOf(x);
  return {outer: 1, middle: tf.util.sizeFromShape(x.shape) / inner, inner};
}

export function named(
  inputs: Readonly<Record<string, tf.TensorInfo>>,
  names: readonly string[],
): ProgramInput[] {
  return names.map((name) => ({name, tensor: inputs[name]!}));
}

/** WGSL of 1 / sqrt(variance + epsilon), for a program with `variance` and `epsilon`. */
export const perDeviation = `
fn perDeviation(i: i32) -> f32 { return inverseSqrt(variance(i) + uniforms.epsilon); }
`;
