/** One step of a rule over all weights of a network: a single kernel that writes in place, where the back end has it. */
import * as tf from "@tensorflow/tfjs-core";
import {composeUpdate} from "./composed.js";
import {partsOf, type Rule} from "./rule.js";

export interface Update {
  readonly weights: tf.Variable;
  /** Of the shape of the weights, or one that is broadcast to it. Stays the caller's. */
  readonly gradient: tf.Tensor;
  /** The first column of their slots. Left out for a rule without slots. */
  readonly start?: number;
}

/**
 * Moves all weights, and their `slots` [slotCount, P], in the order given. Starts are in rising order. Throws an Error, as `assign`
 * does, for weights that are not 32-bit floats, before anything has changed.
 */
export function update(
  rule: Rule,
  updates: readonly Update[],
  slots: tf.Variable | undefined,
  params: readonly number[],
): void {
  for (const {weights} of updates) checkType(weights);
  const due = updates.filter(({weights}) => weights.size > 0);
  if (due.length === 0) return;
  tf.tidy(() => {
    const starts = due.map(({start = 0}) => start);
    const gradients = due.map(({gradient, weights}) => fitted(gradient, weights.shape));
    const inputs = due.flatMap(({weights}, i) => [weights, gradients[i]!]);
    if (slots) inputs.push(slots);
    if (tf.getKernel(rule.kernel, tf.getBackend()) == null)
      return composeUpdate(rule, partsOf(inputs, starts), params);
    for (const {weights} of due) makeSoleOwner(weights);
    if (slots) makeSoleOwner(slots);
    const attrs = {starts, params: [...params]};
    // As for concatenation, TF.js's type of the inputs forgets that a list has names too.
    tf.engine().runKernel(rule.kernel, inputs as unknown as tf.NamedTensorMap, attrs);
  });
}

function checkType({dtype, name}: tf.Variable): void {
  if (dtype !== "float32")
    throw new Error(
      `dtype of the new value (float32) and previous value (${dtype}) must match: ${name}`,
    );
}

/** As arithmetic would take it: cast, and repeated along axes of length 1. Throws TF.js's error where that can't be. */
function fitted(gradient: tf.Tensor, shape: number[]): tf.Tensor {
  const floats = gradient.dtype === "float32" ? gradient : tf.cast(gradient, "float32");
  return tf.util.arraysEqual(floats.shape, shape) ? floats : tf.broadcastTo(floats, shape);
}

/** What of a back end tells who uses a tensor's values. Only WebGPU can take in buffers that are the program's own. */
interface Owners {
  readonly tensorMap?: {get(dataId: tf.DataId): {readonly external?: boolean}};
}

/**
 * Gives `variable` values of its own if a clone, a reshaped tensor or the program shares them, which must keep the old ones. Values
 * that still lie on another back end count as shared: the copy brings them here.
 */
function makeSoleOwner(variable: tf.Variable): void {
  const backend = tf.backend();
  const isAlone = backend.refCount(variable.dataId) === 1;
  const {tensorMap} = backend as Owners;
  if (isAlone && !tensorMap?.get(variable.dataId).external) return;
  variable.assign(tf.mul(variable, 1));
}
