/** Cases of the losses whose kernels give the gradient as well, against TF.js's losses; and of random normal numbers. */
import {randomNormal, sigmoidCrossEntropy, softmaxCrossEntropy} from "../../lib/kernels/index.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {type Case, normal} from "./webgpu-case.js";

const losses = {
  SoftmaxCrossEntropy: softmaxCrossEntropy,
  SigmoidCrossEntropy: sigmoidCrossEntropy,
};

export function lossCases(): Case[] {
  return [...firstOrder(), ...secondOrder()];
}

/** The square of the gradient has a gradient too, of the composed loss. */
function secondOrder(): Case[] {
  return Object.entries(losses).map(([kernel, loss]) => ({
    name: `gradient of a gradient of ${kernel}`,
    programs: [],
    compute: (random: Random) => {
      const labels = tf.softmax(normal([3, 4], random));
      const slopes = tf.grad((x) => loss(labels, x));
      return tf.grad((x) => tf.sum(tf.square(slopes(x))))(normal([3, 4], random));
    },
  }));
}

function firstOrder(): Case[] {
  return Object.entries(losses).flatMap(([kernel, loss]) =>
    [
      [1, 1],
      [2, 10],
      [3, 4, 5],
      [300, 7],
    ].flatMap((shape) =>
      [1, 40].map((scale) => ({
        name: `${kernel} [${shape}] of logits times ${scale}`,
        programs: [kernel],
        compute: (random: Random) => lossAndGradient(loss, shape, scale, random),
      })),
    ),
  );
}

/** The loss and its gradient, times 3, with respect to the logits. */
function lossAndGradient(
  loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.Scalar,
  shape: readonly number[],
  scale: number,
  random: Random,
): tf.Tensor[] {
  const labels = tf.softmax(normal(shape, random));
  const logits = tf.mul(normal(shape, random), scale);
  const {value, grad} = tf.valueAndGrad((x) => loss(labels, x))(logits, tf.scalar(3));
  return [value, tf.mul(grad, tf.util.sizeFromShape([...shape]))];
}

export function randomNormalCases(): Case[] {
  const seeds = [0, 1, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];
  return [[], [1], [5], [3, 5], [4099]].flatMap((shape) =>
    seeds.map((seed) => ({
      name: `RandomNormal [${shape}] of seed ${seed}`,
      programs: ["RandomNormal"],
      compute: () => randomNormal(shape, 0.5, 2, seed),
    })),
  );
}
