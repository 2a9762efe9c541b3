/** How a kernel is proven: against TF.js's own cpu back end and against finite differences, over generated cases. */
import "@tensorflow/tfjs-backend-cpu";
import {expect} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {tolerances} from "./tolerances.js";

/** The values of `compute()` on the named back end, one array per tensor. */
export async function valuesOn(
  backend: string,
  compute: () => tf.Tensor | tf.Tensor[],
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const result = tf.tidy(compute);
  const tensors = Array.isArray(result) ? result : [result];
  const values = await Promise.all(
    tensors.map(async (each) => Float32Array.from(await each.data())),
  );
  tf.dispose(tensors);
  return values;
}

/** Fails unless `compute` gives the same on wasm, with the kernels, as on cpu, within `tolerance` of the largest value. */
export async function expectLikeCpu(
  compute: () => tf.Tensor | tf.Tensor[],
  tolerance: number = tolerances.cpu,
): Promise<void> {
  const [ours, reference] = [await valuesOn("wasm", compute), await valuesOn("cpu", compute)];
  await tf.setBackend("wasm");
  expect(ours.length).toBe(reference.length);
  for (const [i, values] of reference.entries()) expectClose(ours[i]!, values, tolerance);
}

/** Fails unless all values differ by less than `tolerance` of the largest one (of 1 if that is larger). NaN equals NaN. */
export function expectClose(
  ours: ArrayLike<number>,
  reference: ArrayLike<number>,
  tolerance: number,
): void {
  expect(ours.length).toBe(reference.length);
  let scale = 1;
  for (let i = 0; i < reference.length; i++)
    if (Number.isFinite(reference[i]!)) scale = Math.max(scale, Math.abs(reference[i]!));
  for (let i = 0; i < reference.length; i++) {
    if (Object.is(ours[i], reference[i]) || ours[i] === reference[i]) continue;
    const error = Math.abs(ours[i]! - reference[i]!) / scale;
    if (!(error < tolerance))
      expect.fail(`value ${i} is ${ours[i]}, expected ${reference[i]} (scale ${scale})`);
  }
}

/**
 * Fails unless the gradient of sum(f(inputs) · r), with r random, agrees on wasm with central differences along random
 * directions, one per input. `f` must be smooth around the inputs.
 */
export async function expectGradient(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  seed: number,
  tolerance: number = tolerances.finiteDifferences,
): Promise<void> {
  await tf.setBackend("wasm");
  const random = new Random(seed);
  const weights = tf.tidy(() => normal(f(...inputs).shape, random));
  const loss = (...at: tf.Tensor[]) => tf.sum(tf.mul(f(...at), weights)) as tf.Scalar;
  const gradients = tf.grads(loss as (...args: tf.Tensor[]) => tf.Tensor)([...inputs]);
  for (const [i, input] of inputs.entries()) {
    const direction = normal(input.shape, random);
    const expected = tf.tidy(() => slope(loss, inputs, i, direction));
    const ours = tf.tidy(() => tf.sum(tf.mul(gradients[i]!, direction)));
    const size = tf.tidy(() => tf.mul(tf.norm(gradients[i]!), tf.norm(direction)));
    const [a, b, scale] = [
      (await ours.data())[0]!,
      (await expected.data())[0]!,
      (await size.data())[0]!,
    ];
    expect(Math.abs(a - b) / Math.max(1, scale), `input ${i}: ${a} against ${b}`).toBeLessThan(
      tolerance,
    );
    tf.dispose([direction, expected, ours, size]);
  }
  tf.dispose([weights, ...gradients]);
}

function slope(
  loss: (...at: tf.Tensor[]) => tf.Scalar,
  inputs: readonly tf.Tensor[],
  i: number,
  direction: tf.Tensor,
): tf.Tensor {
  const h = 1e-2;
  const moved = (by: number) =>
    loss(...inputs.map((x, j) => (j === i ? tf.add(x, tf.mul(direction, by)) : x)));
  return tf.div(tf.sub(moved(h), moved(-h)), 2 * h);
}

/** A tensor of standard normal values. */
export function normal(shape: readonly number[], random: Random): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape([...shape])), [...shape]);
}
