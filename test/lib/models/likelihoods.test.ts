import {beforeAll, describe, expect, test} from "vitest";
import {type LikelihoodName, likelihoodOf} from "../../../lib/models/likelihoods.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/vae.json";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

const {batch, side} = reference;
const pictures = (values: ArrayLike<number>) =>
  tf.tensor4d(Float32Array.from(values), [batch, side, side, 1]);

function expectClose(values: ArrayLike<number>, expected: readonly number[]) {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
}

describe.each(reference.likelihoods)("$name, sigma $sigma", (expected) => {
  const likelihood = likelihoodOf(expected.name as LikelihoodName, expected.sigma);
  const x = () => pictures(expected.pictures);

  test("its reconstruction, the gradient and the drawn pictures equal PyTorch's", async () => {
    const output = pictures(expected.output);
    const reconstruction = (y: tf.Tensor) => likelihood.reconstruction(x(), y);
    expectClose(await reconstruction(output).data(), [expected.reconstruction]);
    expectClose(await tf.grad(reconstruction)(output).data(), expected.gradient);
    expectClose(await likelihood.pictures(output).data(), expected.drawn);
  });

  test("its gradient is what small changes of the decoder's output do", async () => {
    const slope = tf.grad((y: tf.Tensor) => likelihood.reconstruction(x(), y));
    const gradient = await slope(pictures(expected.output)).data();
    const h = 1 / 64;
    for (let i = 0; i < gradient.length; i++) {
      const at = async (change: number) => {
        const moved = pictures(expected.output.map((v, k) => (k === i ? v + change : v)));
        return (await likelihood.reconstruction(x(), moved).data())[0]!;
      };
      const difference = ((await at(h)) - (await at(-h))) / (2 * h);
      const scale = Math.max(1, Math.abs(gradient[i]!));
      expect(Math.abs(difference - gradient[i]!)).toBeLessThan(2e-3 * scale);
    }
  });
});

test("a sigma that is none is refused", () => {
  for (const sigma of [0, -1, Number.NaN])
    expect(() => likelihoodOf("gaussian", sigma)).toThrow(`invalid sigma: ${sigma} (a number`);
});
