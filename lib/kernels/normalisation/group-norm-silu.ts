import * as tf from "@tensorflow/tfjs-core";
import {silu} from "../activations/silu.js";
import {hasKernel, runKernels} from "../gradients/fused-gradient.js";
import {groupNorm} from "./group-norm.js";
import {checkChannels, checkGroups} from "./normalise.js";

export interface GroupNormSiluOptions {
  readonly groups: number;
  /** gamma and beta [C] */
  readonly gamma: tf.Tensor;
  readonly beta: tf.Tensor;
  readonly epsilon: number;
  /** Added to all of a picture first, [n, C]; default nothing. */
  readonly shift?: tf.Tensor;
}

/** x, shift, gamma, beta */
type Inputs = [x: tf.Tensor, shift: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor];

/**
 * SiLU of the group normalisation (group-norm.ts) of x + shift, x [n, .., C]. In one kernel, with another one for its gradient, where the back
 * end has them.
 */
export function groupNormSilu(x: tf.Tensor, options: GroupNormSiluOptions): tf.Tensor {
  const {groups, gamma, beta, epsilon, shift} = options;
  checkChannels(x, {gamma, beta});
  const row = [x.shape[0]!, x.shape.at(-1)!];
  checkGroups(groups, row[1]!);
  if (shift && !tf.util.arraysEqual(shift.shape, row))
    throw new RangeError(`invalid shift: shape [${shift.shape}] (expected [${row}])`);
  return tf.tidy(() => {
    if (!hasKernel("GroupNormSilu"))
      return silu(groupNorm(shift ? shifted(x, shift) : x, groups, gamma, beta, epsilon));
    const floats = x.dtype === "float32" ? x : tf.cast(x, "float32");
    return inOneKernel([floats, shift ?? tf.zeros(row), gamma, beta], {groups, epsilon});
  });
}

/** A kernel with several outputs would be handed gradients for all of them, whole arrays of zeros: so it stands within an operation with one. */
function inOneKernel(inputs: Inputs, attrs: tf.NamedAttrMap): tf.Tensor {
  const operation = tf.customGrad((...args) => {
    const [x, shift, gamma, beta, save] = args as [...Inputs, tf.GradSaveFunc];
    const made = runKernels("GroupNormSilu", {x, shift, gamma, beta}, attrs);
    save([x, gamma, ...made]);
    return {value: made[0]!, gradFunc: (dy, saved) => gradients(dy, saved as tf.Tensor[], attrs)};
  });
  return operation(...inputs);
}

function gradients(dy: tf.Tensor, saved: tf.Tensor[], attrs: tf.NamedAttrMap): tf.Tensor[] {
  const [x, gamma, y, sigmoid, moments] = saved;
  const of = {y: y!, sigmoid: sigmoid!, moments: moments!};
  return runKernels("GroupNormSiluGrad", {dy, x: x!, gamma: gamma!, ...of}, attrs);
}

/** x [n, .., C] + shift [n, C] */
function shifted(x: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const [n, channels] = shift.shape as [number, number];
  return tf.add(x, tf.reshape(shift, [n, ...x.shape.slice(1, -1).map(() => 1), channels]));
}
