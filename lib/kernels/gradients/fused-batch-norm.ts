/** The gradient of batch normalisation with given mean and variance, with a value for each channel: two passes instead of some twenty. */
import * as tf from "@tensorflow/tfjs-core";
import {type FusedGradient, runKernels} from "./fused-gradient.js";

export const fusedBatchNormGradient: FusedGradient = {
  operation: "FusedBatchNorm",
  kernel: "FusedBatchNormGrad",
  inputsToSave: ["x", "mean", "variance", "scale"],
  fits: ([x, ...others]) =>
    x!.dtype === "float32" &&
    x!.size > 0 &&
    others.every(
      ({dtype, shape}) => dtype === "float32" && tf.util.arraysEqual(shape, x!.shape.slice(-1)),
    ),
  // TF.js has no gradient of one without a scale.
  fused: (dy, [x, mean, variance, scale], attrs) => {
    const inputs = {dy, x: x!, mean: mean!, variance: variance!, scale: scale!};
    const [dx, dmean, dvariance, dscale, doffset] = runKernels("FusedBatchNormGrad", inputs, attrs);
    return {
      x: () => dx!,
      mean: () => dmean!,
      variance: () => dvariance!,
      scale: () => dscale!,
      offset: () => doffset!,
    };
  },
};
