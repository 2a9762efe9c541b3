/**
 * A network's forward pass while it learns: batch normalisation uses the batch's own statistics, and convolutions are not
 * fused with their bias, because the gradient of the fused one computes what a frozen network never needs.
 */
import {batchNormTraining} from "../kernels/normalisation/batch-norm.js";
import * as tf from "../tf.js";
import {variableOf} from "./model-state.js";

/**
 * Applies a chain of layers to `x` [B, ...], in the way `network.apply(x, {training: true})` would. With `record` the
 * batch's statistics become the layers' moving ones: they are averaged along with the other weights (see
 * weight-average.ts), so that statistics and weights always belong together.
 */
export function trainingPass(network: tf.Sequential, x: tf.Tensor, record: boolean): tf.Tensor {
  return network.layers.reduce((input, layer) => applyLayer(layer, input, record), x);
}

function applyLayer(layer: tf.layers.Layer, x: tf.Tensor, record: boolean): tf.Tensor {
  switch (layer.getClassName()) {
    case "BatchNormalization":
      return normaliseBatch(layer, x, record);
    case "Conv2D":
      return convolve(layer, x as tf.Tensor4D);
    default:
      return layer.apply(x, {training: true}) as tf.Tensor;
  }
}

/** A convolution with bias and without activation; dilations and formats other than the usual one are not used here. */
function convolve(layer: tf.layers.Layer, x: tf.Tensor4D): tf.Tensor {
  const [kernel, bias] = layer.weights.map(variableOf);
  const {strides, padding} = layer.getConfig() as {
    strides: [number, number];
    padding: "same" | "valid";
  };
  return tf.add(tf.conv2d(x, kernel as tf.Tensor as tf.Tensor4D, strides, padding), bias!);
}

function normaliseBatch(layer: tf.layers.Layer, x: tf.Tensor, record: boolean): tf.Tensor {
  const [gamma, beta, movingMean, movingVariance] = layer.weights.map(variableOf);
  const epsilon = layer.getConfig().epsilon as number;
  const {y, mean, variance} = batchNormTraining(x, gamma!, beta!, epsilon);
  if (record) {
    movingMean!.assign(tf.reshape(mean, movingMean!.shape));
    movingVariance!.assign(tf.reshape(variance, movingVariance!.shape));
  }
  return y;
}
