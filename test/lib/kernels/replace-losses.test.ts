import {afterAll, beforeAll, expect, test, vi} from "vitest";
import {replaceLosses} from "../../../lib/kernels/losses/replace-losses.js";
import {stockSigmoidCrossEntropy} from "../../../lib/kernels/losses/sigmoid-cross-entropy.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {normal} from "./checks.js";

/** The kernel, put together for the cpu back end. */
const kernel = vi.fn((({inputs}) => {
  const {labels, logits} = inputs as Record<"labels" | "logits", tf.Tensor>;
  return tf.tidy(() => [
    stockSigmoidCrossEntropy(labels, logits),
    tf.div(tf.sub(tf.sigmoid(logits), labels), logits.size),
  ]);
}) as tf.KernelFunc);

const kept = tf.losses.sigmoidCrossEntropy;
beforeAll(async () => {
  await tf.setBackend("cpu");
  tf.registerKernel({kernelName: "SigmoidCrossEntropy", backendName: "cpu", kernelFunc: kernel});
  replaceLosses();
});
afterAll(() => {
  tf.unregisterKernel("SigmoidCrossEntropy", "cpu");
  Object.assign(tf.losses, {sigmoidCrossEntropy: kept});
});

const labels = () => tf.sigmoid(normal([6, 5], new Random(1)));
const logits = () => tf.mul(normal([6, 5], new Random(2)), 3);

/** Value and both gradients. */
function withGradients(loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.Tensor): number[] {
  return tf.tidy(() => {
    const {value, grads} = tf.valueAndGrads((z, x) => tf.mul(loss(z!, x!), 3))([
      labels(),
      logits(),
    ]);
    return [value, ...grads].flatMap((each) => [...each.dataSync()]);
  });
}

test("a plain call is the kernel's, with the gradients of logits and of labels", () => {
  kernel.mockClear();
  const result = withGradients((z, x) => tf.losses.sigmoidCrossEntropy(z, x));
  expect(kernel).toHaveBeenCalledOnce();
  const expected = withGradients((z, x) => stockSigmoidCrossEntropy(z, x));
  for (const [i, value] of expected.entries()) expect(result[i]).toBeCloseTo(value, 6);
});

test.each<[string, () => tf.Tensor]>([
  ["weights", () => tf.losses.sigmoidCrossEntropy(labels(), logits(), tf.ones([6, 5]))],
  ["smoothing", () => tf.losses.sigmoidCrossEntropy(labels(), logits(), undefined, 0.1)],
  [
    "another reduction",
    () => tf.losses.sigmoidCrossEntropy(labels(), logits(), undefined, undefined, tf.Reduction.SUM),
  ],
  ["whole numbers", () => tf.losses.sigmoidCrossEntropy(tf.ones([6, 5], "int32"), logits())],
  ["numbers that are no tensor", () => tf.losses.sigmoidCrossEntropy([[1, 0]], [[2, 3]])],
])("a call with %s is TF.js's", (_, call) => {
  kernel.mockClear();
  expect(Number.isFinite(tf.tidy(call).dataSync()[0])).toBe(true);
  expect(kernel).not.toHaveBeenCalled();
});

test("so is one within a gradient of a gradient, and one of shapes that don't fit", () => {
  kernel.mockClear();
  const slope = tf.grad((x) => tf.losses.sigmoidCrossEntropy(labels(), x));
  expect(tf.tidy(() => tf.grad((x) => tf.sum(slope(x)))(logits())).shape).toEqual([6, 5]);
  expect(kernel).not.toHaveBeenCalled();
  expect(() => tf.losses.sigmoidCrossEntropy(tf.ones([5, 6]), logits())).toThrow("must match");
});
