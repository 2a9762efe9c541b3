/** Normalisation in one kernel where the back end has it, and from TF.js's operations elsewhere. */
import * as tf from "@tensorflow/tfjs-core";
import {momentsOf, normaliseGradient, normaliseParts, type View} from "./composed.js";

/** y of x's shape, whose gradient goes through mean and variance as well; these, of n · groups values, have none of their own. */
export interface Normalised {
  readonly y: tf.Tensor;
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

export interface Layout {
  readonly view: View;
  /** Of mean and variance. */
  readonly statistics: number[];
}

interface Attributes {
  readonly epsilon: number;
  readonly groups?: number;
}

/** Throws a `RangeError` unless x has channels and values, and gamma and beta one for each channel. */
export function checkChannels(x: tf.Tensor, parameters: Readonly<Record<string, tf.Tensor>>): void {
  if (x.rank < 2 || x.size === 0)
    throw new RangeError(`invalid x: shape [${x.shape}] (expected [n, .., C], not empty)`);
  const channels = x.shape.at(-1)!;
  for (const [name, {shape}] of Object.entries(parameters))
    if (shape.length !== 1 || shape[0] !== channels)
      throw new RangeError(`invalid ${name}: shape [${shape}] (expected [${channels}])`);
}

/** Throws a `RangeError` unless the groups divide the channels. */
export function checkGroups(groups: number, channels: number): void {
  if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0)
    throw new RangeError(`invalid groups: ${groups} (expected a divisor of ${channels} channels)`);
}

export function normalise(
  kernel: string,
  {x, gamma, beta}: Readonly<Record<"x" | "gamma" | "beta", tf.Tensor>>,
  layout: Layout,
  attrs: Attributes,
): Normalised {
  const inputs = {x: tf.cast(x, "float32"), gamma, beta};
  if (tf.getKernel(kernel, tf.getBackend()) == null) return composed(inputs, layout, attrs);
  const outputs = tf.engine().runKernel(kernel, inputs, {...attrs});
  const [y, mean, variance] = outputs as tf.Tensor[];
  return {y: y!, mean: mean!, variance: variance!};
}

function composed(
  {x, gamma, beta}: Readonly<Record<"x" | "gamma" | "beta", tf.Tensor>>,
  {view, statistics}: Layout,
  {epsilon}: Attributes,
): Normalised {
  const moments = momentsOf(x, view);
  const differentiable = tf.customGrad((...args) => {
    const [x, gamma, beta, save] = args as [tf.Tensor, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    save([x, gamma]);
    return {
      value: normaliseParts({x, gamma, beta}, moments, view, epsilon),
      gradFunc: (dy, saved) => {
        const [x, gamma] = saved as tf.Tensor[];
        return normaliseGradient({dy, x: x!, gamma: gamma!}, view, epsilon);
      },
    };
  });
  const [mean, variance] = [moments.mean, moments.variance].map((each) =>
    withoutGradient(tf.reshape(each, statistics)),
  );
  return {y: differentiable(x, gamma, beta), mean: mean!, variance: variance!};
}

function withoutGradient(x: tf.Tensor): tf.Tensor {
  return tf.customGrad((x) => ({
    value: tf.clone(x as tf.Tensor),
    gradFunc: (dy) => tf.zerosLike(dy),
  }))(x);
}
