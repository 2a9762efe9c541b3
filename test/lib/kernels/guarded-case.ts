/** One guarded case: an op of TF.js that runs kernels of ours, at drawn shapes, with its gradients. */
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {normal} from "./checks.js";
import type {Draw, Input} from "./guarded-draw.js";

export interface Case {
  /** Attributes, to be read beside the inputs' shapes. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Input[];
  compute(...inputs: tf.Tensor[]): tf.Tensor[];
  /** The right results where TF.js's cpu back end has others for `compute`. */
  readonly reference?: (...inputs: tf.Tensor[]) => tf.Tensor[];
  /** The size of the terms whose differences the results are, where these may cancel; 1 if left out. */
  readonly scale?: number;
  /** Whether each value is held against its own size: where one may be huge and the others must not suffer. */
  readonly isStrict?: boolean;
}

export type DrawCase = (draw: Draw) => Case;

type F = (...inputs: tf.Tensor[]) => tf.Tensor;

/** f and its gradients with respect to the first `count` inputs; all of them if left out. */
export function withGradients(f: F, count?: number): Case["compute"] {
  return (...inputs) => [f(...inputs), ...gradients(f, count)(...inputs)];
}

function gradients(f: F, count?: number): Case["compute"] {
  return (...inputs) => {
    const rest = inputs.slice(count ?? inputs.length);
    const g = (...free: tf.Tensor[]) => f(...free, ...rest);
    const dy = normal(tf.tidy(() => f(...inputs)).shape, new Random(17));
    return tf.grads(g)(inputs.slice(0, count), dy);
  };
}
