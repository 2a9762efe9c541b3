/**
 * How an optimiser moves weights w against their gradients g, element by element, with numbers of its own (the slots) beside each
 * weight. A rule is one kernel for all weights of a call where the back end has it, and a composition of operations elsewhere.
 */
import type * as tf from "@tensorflow/tfjs-core";

export interface Rule {
  /** TensorFlow's name of the kernel, where it has one. See `UpdateCall` for its arguments. */
  readonly kernel: string;
  /** How many slots each weight has. */
  readonly slotCount: number;
  /** The new weights, and the new slots behind them, all of the shape of `w`. */
  compose(
    w: tf.Tensor,
    g: tf.Tensor,
    slots: readonly tf.Tensor[],
    params: readonly number[],
  ): readonly tf.Tensor[];
}

/**
 * The arguments of a rule's kernel, which writes into its inputs and returns no tensor. Inputs: weights and gradients by turns, w0,
 * g0, w1, g1 and so on, none of them empty, and last, where the rule has any, the slots [slotCount, P]. The slots of the i-th
 * weights begin at column `starts[i]`. Nothing but the caller's variables shares their values.
 */
export interface UpdateCall {
  readonly inputs: readonly tf.TensorInfo[];
  readonly attrs: {readonly starts: readonly number[]; readonly params: readonly number[]};
}

/** Operands of an update: weights and gradients in pairs, and the slots. */
export interface Parts<T extends tf.TensorInfo> {
  readonly pairs: readonly {readonly w: T; readonly g: T; readonly start: number}[];
  readonly slots: T | undefined;
}

/** The inputs of a rule's kernel by their meaning. */
export function partsOf<T extends tf.TensorInfo>(
  inputs: readonly T[],
  starts: readonly number[],
): Parts<T> {
  const pairs = starts.map((start, i) => ({w: inputs[2 * i]!, g: inputs[2 * i + 1]!, start}));
  return {pairs, slots: inputs[2 * starts.length]};
}
