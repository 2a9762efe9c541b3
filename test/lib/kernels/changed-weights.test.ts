/** TF.js's kernels keep packed copies of weights; they must not outlive a step that was made in place. */
import {beforeAll, test} from "vitest";
import {sgd} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectLikeCpu, normal} from "./checks.js";

beforeAll(startWasm);

type Apply = (w: tf.Tensor, random: Random) => tf.Tensor;

test.each<[string, number[], Apply]>([
  ["a product of few rows", [5, 7], (w, r) => tf.matMul(normal([2, 5], r), w)],
  [
    "a fused product of few rows",
    [5, 7],
    (w, r) => tf.fused.matMul({a: normal([2, 5], r), b: w, bias: normal([7], r)}),
  ],
  [
    "a fused product with sigmoid",
    [5, 7],
    (w, r) => tf.fused.matMul({a: normal([6, 5], r), b: w, activation: "sigmoid"}),
  ],
  [
    "a fused convolution with sigmoid",
    [3, 3, 2, 4],
    (w, r) =>
      tf.fused.conv2d({
        x: normal([1, 5, 5, 2], r) as tf.Tensor4D,
        filter: w as tf.Tensor4D,
        strides: 1,
        pad: "same",
        activation: "sigmoid",
      }),
  ],
  [
    "a convolution",
    [3, 3, 2, 4],
    (w, r) => tf.conv2d(normal([1, 5, 5, 2], r) as tf.Tensor4D, w as tf.Tensor4D, 1, "same"),
  ],
  [
    "a depthwise one",
    [3, 3, 2, 1],
    (w, r) =>
      tf.depthwiseConv2d(normal([1, 5, 5, 2], r) as tf.Tensor4D, w as tf.Tensor4D, 1, "same"),
  ],
  ["a bias", [4], (b, r) => tf.fused.matMul({a: normal([2, 3], r), b: normal([3, 4], r), bias: b})],
  ["a PReLU", [6], (alpha, r) => tf.prelu(normal([2, 6], r), alpha)],
])("%s sees weights that changed in place", async (_, shape, apply) => {
  await expectLikeCpu(() => {
    const w = tf.variable(normal(shape, new Random(1)));
    // The first step does not write in place, because the variable shares its values with what it was made from.
    const results = [1, 2, 3].map((step) => {
      const result = apply(w, new Random(2));
      sgd(0.5).applyGradients([{name: w.name, tensor: normal(shape, new Random(2 + step))}]);
      return result;
    });
    const last = apply(w, new Random(2));
    w.dispose();
    return [...results, last];
  });
});
