import {afterAll, beforeAll, expect, it} from "vitest";
import {type Activation, gradientOf, weightPlaces} from "../../../lib/descent/small-network.js";
import {twoPixelTasks} from "../../../lib/descent/two-pixels.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const {examples} = twoPixelTasks.one;
const networks = [
  [2, 1],
  [2, 2, 1],
  [2, 3, 2, 1],
].flatMap((sizes) =>
  (["relu", "tanh", "none"] as Activation[]).map((activation) => ({sizes, activation})),
);
let x: tf.Tensor2D;
let targets: tf.Tensor2D;

beforeAll(async () => {
  await startWasm();
  x = tf.tensor2d(examples.map((each) => [...each.x]));
  targets = tf.tensor2d(examples.map(({target}) => [target]));
});
afterAll(() => tf.dispose([x, targets]));

/** The engine's own gradient of the same loss, along each weight. */
function engineSlopes(sizes: readonly number[], activation: Activation, weights: number[]) {
  const apply = {relu: tf.relu, tanh: tf.tanh, none: (s: tf.Tensor2D) => s}[activation];
  const loss = (flat: tf.Tensor) => {
    let [layer, from] = [x, 0];
    for (const [l, neurons] of sizes.slice(1).entries()) {
      const row = sizes[l]! + 1;
      const part = tf.reshape(tf.slice(flat, from, neurons * row), [neurons, row]) as tf.Tensor2D;
      const kernel = tf.slice(part, [0, 0], [neurons, row - 1]);
      const bias = tf.slice(part, [0, row - 1], [neurons, 1]);
      const sums = tf.add(
        tf.matMul(layer, tf.transpose(kernel)),
        tf.transpose(bias),
      ) as tf.Tensor2D;
      layer = l === sizes.length - 2 ? sums : (apply(sums) as tf.Tensor2D);
      from += neurons * row;
    }
    return tf.losses.sigmoidCrossEntropy(targets, layer) as tf.Scalar;
  };
  return tf.tidy(() => [...tf.grad(loss)(tf.tensor1d(weights)).dataSync()]);
}

it.each(networks)("has the slopes of the engine, to 1e-6: %o", ({sizes, activation}) => {
  const random = new Random(9);
  const weights = weightPlaces(sizes).map(() => random.normal());
  const slopes = gradientOf({sizes, activation}, weights, examples);
  const theirs = engineSlopes(sizes, activation, weights);
  expect(theirs).toHaveLength(slopes.length);
  slopes.forEach((slope, i) => {
    expect(Math.abs(slope - theirs[i]!), `weight ${i}`).toBeLessThan(1e-6);
  });
  expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0.01);
});
