/**
 * Gradients of a 3-D convolution, as sums of 2-D ones. With planes of height and width, tap d of the depth sees input plane z(p) = p s + d - before
 * from output plane p:
 *
 *   dW[d] = filter gradient of (x[z(p)], dy[p])     dx[z(p)] = sum over d of the input gradient of dy[p] by W[d]
 *
 * x [n, d, h, w, i], dy [n, p, q, r, o], W [kd, kh, kw, i, o]. TF.js's wasm back end has kernels for both, whose values are wrong (4.22).
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Axis, asPictures, asVolumes, depthOf, picked, placed, tapped} from "./planes.js";

type Shape5D = [number, number, number, number, number];

interface Attributes {
  readonly strides: [number, number, number] | number;
  readonly pad: "valid" | "same";
}

export const conv3dBackpropFilter: Kernel = {
  name: "Conv3DBackpropFilterV2",
  make: () => (args) => {
    const {x, dy} = args.inputs as unknown as {x: tf.Tensor5D; dy: tf.Tensor5D};
    const attributes = args.attrs as unknown as Attributes & {filterShape: Shape5D};
    return tf.tidy(() => filterGradient(x, dy, attributes));
  },
};

export const conv3dBackpropInput: Kernel = {
  name: "Conv3DBackpropInputV2",
  make: () => (args) => {
    const {dy, filter} = args.inputs as unknown as {dy: tf.Tensor5D; filter: tf.Tensor5D};
    const attributes = args.attrs as unknown as Attributes & {inputShape: Shape5D};
    return tf.tidy(() => inputGradient(dy, filter, attributes));
  },
};

function filterGradient(
  x: tf.Tensor5D,
  dy: tf.Tensor5D,
  {strides, pad, filterShape}: Attributes & {filterShape: Shape5D},
): tf.Tensor {
  const {depth, steps} = shapeOf(x.shape, filterShape, strides, pad);
  const [taps, ...plane] = filterShape;
  return tf.stack(
    Array.from({length: taps}, (_, tap) => {
      const {inputs, outputs} = tapped(depth, tap);
      if (inputs.length === 0) return tf.zeros(plane);
      return tf
        .engine()
        .runKernel<tf.Tensor4D>(
          "Conv2DBackpropFilter",
          {x: asPictures(picked(x, inputs, 1)), dy: asPictures(picked(dy, outputs, 1))},
          {strides: steps, pad, dataFormat: "NHWC", filterShape: plane},
        );
    }),
  );
}

function inputGradient(
  dy: tf.Tensor5D,
  filter: tf.Tensor5D,
  {strides, pad, inputShape}: Attributes & {inputShape: Shape5D},
): tf.Tensor {
  const {depth, steps} = shapeOf(inputShape, filter.shape, strides, pad);
  const [n, size, ...plane] = inputShape;
  const parts = tf.unstack(filter).flatMap((weights, tap) => {
    const {inputs, outputs} = tapped(depth, tap);
    if (inputs.length === 0) return [];
    const seen = tf.conv2dTranspose(
      asPictures(picked(dy, outputs, 1)),
      weights as tf.Tensor4D,
      [n * outputs.length, ...plane],
      steps,
      pad,
    );
    return [placed(asVolumes(seen, outputs.length), inputs, 1, size)];
  });
  return parts.length > 0 ? tf.addN(parts) : tf.zeros(inputShape);
}

/** How planes meet along the depth, and the strides of the windows within them. */
function shapeOf(
  x: Shape5D,
  filter: Shape5D,
  strides: Attributes["strides"],
  pad: Attributes["pad"],
): {readonly depth: Axis; readonly steps: [number, number]} {
  const info = tf.backend_util.computeConv3DInfo(x, filter, strides, 1, pad);
  return {depth: depthOf(info), steps: [info.strideHeight, info.strideWidth]};
}
