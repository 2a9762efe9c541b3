/**
 * Normal numbers that are a function of the seed and of their place alone: Philox's words (see philox.ts) in pairs, by the transform
 * of Box and Muller (1958). One kernel where the back end has it, the host elsewhere: the words are the same, but the last bits of
 * logarithms, sines and cosines are each machine's own.
 */
import * as tf from "@tensorflow/tfjs-core";
import {philox} from "./philox.js";

/** The key of a seed: its lower and upper 32 bits. */
export type Key = readonly [low: number, high: number];

/** A tensor of 32-bit floats. `seed` is a whole number from 0 to 2^53 - 1; throws a RangeError otherwise. */
export function randomNormal(
  shape: readonly number[],
  mean: number,
  stdDev: number,
  seed: number,
): tf.Tensor {
  const attrs = {shape: [...shape], mean, stdDev, seed: keyOf(seed)};
  const isEmpty = tf.util.sizeFromShape(attrs.shape) === 0;
  if (!isEmpty && tf.getKernel("RandomNormal", tf.getBackend()) != null)
    return tf.engine().runKernel("RandomNormal", {}, attrs as unknown as tf.NamedAttrMap);
  return tf.tensor(hostValues(attrs), attrs.shape, "float32");
}

function keyOf(seed: number): Key {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`invalid seed: ${seed} (a whole number from 0 to 2^53 - 1)`);
  return [seed >>> 0, Math.floor(seed / 2 ** 32)];
}

/** The i-th four numbers come from the counter i. */
function hostValues({
  shape,
  mean,
  stdDev,
  seed,
}: {
  readonly shape: number[];
  readonly mean: number;
  readonly stdDev: number;
  readonly seed: Key;
}): Float32Array {
  const values = new Float32Array(tf.util.sizeFromShape(shape));
  for (let first = 0; first < values.length; first += 4) {
    const [a, b, c, d] = philox([first / 4, 0, 0, 0], seed);
    const four = [...normals(a, b), ...normals(c, d)].slice(0, values.length - first);
    values.set(
      four.map((normal) => mean + stdDev * normal),
      first,
    );
  }
  return values;
}

/** Two independent standard normal numbers of two words. The first word is moved off 0, which has no logarithm. */
function normals(a: number, b: number): [number, number] {
  const radius = Math.sqrt(-2 * Math.log((a + 1) / 2 ** 32));
  const angle = (2 * Math.PI * b) / 2 ** 32;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
