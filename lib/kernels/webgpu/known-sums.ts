/**
 * Sums of a tensor [..., C] over all axes but the last, known before they are asked for: a gradient that flows through an activation
 * is computed together with the sums that become the gradient of the bias before it.
 */
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";

const known = new WeakMap<tf.DataId, tf.TensorInfo>();

/** `sums` [C] holds for as long as it is not disposed. */
export function rememberSums({dataId}: tf.TensorInfo, sums: tf.TensorInfo): void {
  known.set(dataId, sums);
}

/**
 * The sums of x as a tensor of `shape`, another reference to the same values; none if x was reshaped to other columns since. They are
 * given once, because from then on the one or the other may be changed in place.
 */
export function knownSums(
  {dataId}: tf.TensorInfo,
  shape: number[],
  kernelBackend: tf.KernelBackend,
): tf.TensorInfo | undefined {
  const sums = known.get(dataId);
  const backend = kernelBackend as WebGPUBackend;
  if (!sums || backend.refCount(sums.dataId) === 0) return undefined;
  if (tf.util.sizeFromShape(shape) !== tf.util.sizeFromShape(sums.shape)) return undefined;
  known.delete(dataId);
  backend.incRef(sums.dataId);
  return {...sums, shape};
}
