import {beforeAll, describe, expect, test} from "vitest";
import {sigmoidCrossEntropy, softmaxCrossEntropy} from "../../../lib/kernels/index.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

describe.each([
  ["softmax", softmaxCrossEntropy, tf.losses.softmaxCrossEntropy],
  ["sigmoid", sigmoidCrossEntropy, tf.losses.sigmoidCrossEntropy],
])("%s cross entropy", (_name, ours, stock) => {
  const labels = () => tf.softmax(normal([6, 5], new Random(1)));
  const logits = () => tf.mul(normal([6, 5], new Random(2)), 3);

  test.each(["wasm", "cpu"])("is to the bit TF.js's on %s", async (backend) => {
    const both = [ours, stock].map((loss) =>
      valuesOn(backend, () => {
        const {value, grad} = tf.valueAndGrad((x) => loss(labels(), x) as tf.Scalar)(logits());
        return [value, grad];
      }),
    );
    const [result, expected] = [await both[0]!, await both[1]!];
    expect(result).toEqual(expected);
  });

  test("has the gradient that differences have", async () => {
    await expectGradient((x) => ours(labels(), x), [logits()], 3);
  });

  test("has gradients of gradients", async () => {
    const slopes = tf.grad((x) => tf.mul(ours(labels(), x), 100));
    const penalty = (x: tf.Tensor) => tf.sum(tf.square(slopes(x)));
    await expectLikeCpu(() => tf.grad(penalty)(logits()));
    await expectGradient(penalty, [logits()], 4);
  });

  test("refuses labels of another shape as TF.js does", () => {
    expect(() => ours(tf.ones([6, 4]), logits())).toThrow("must match");
  });
});
