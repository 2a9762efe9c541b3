/** Cases of ops that go value by value: functions of one, of two, normalisation. */
import {
  attention,
  batchNormTraining,
  dense,
  gelu,
  groupNorm,
  groupNormSilu,
  modulatedNorm,
  silu,
} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import {type DrawCase, withGradients} from "./guarded-case.js";
import type {Draw} from "./guarded-draw.js";

type Unary = (x: tf.Tensor) => tf.Tensor;

function unary(f: Unary): DrawCase {
  return (draw) => {
    const shape = draw.shape(draw.from(0, 4));
    const isOdd = draw.chance(0.5);
    const x = isOdd ? draw.oddFloats(shape) : draw.floats(shape);
    return {attributes: {}, inputs: [x], compute: withGradients(f), isStrict: isOdd};
  };
}

function leaky(draw: Draw) {
  const alpha = draw.pick([0, 0.2, 1, 1.5, -0.5]);
  const x = draw.oddFloats(draw.shape(draw.from(1, 4)));
  const compute = withGradients((x) => tf.leakyRelu(x, alpha));
  return {attributes: {alpha}, inputs: [x], compute, isStrict: true};
}

/** Two shapes of which one, or both, are repeated along some axes. */
function binary(f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, sums = true): DrawCase {
  return (draw) => {
    const shape = draw.shape(draw.from(0, 5), 4000);
    const part = () => {
      const ones = draw.axes(shape.length);
      const whole = draw.chance(0.5);
      const lengths = shape.map((length, axis) => (!whole && ones.includes(axis) ? 1 : length));
      return draw.chance(0.3) ? lengths.slice(draw.from(0, shape.length)) : lengths;
    };
    const inputs = [
      draw.floats(part()),
      draw.chance(0.1) ? draw.ties(part()) : draw.floats(part()),
    ];
    // Gradients that are not summed over repeated axes fit but tensors of one shape.
    const isOneShape = `${inputs[0]!.shape}` === `${inputs[1]!.shape}`;
    const compute =
      sums || isOneShape
        ? withGradients((a, b) => f(a!, b!))
        : (...[a, b]: tf.Tensor[]) => [f(a!, b!)];
    return {attributes: {}, inputs, compute};
  };
}

function quotient(draw: Draw) {
  const one = binary(tf.div)(draw);
  const [a, b] = one.inputs as [(typeof one.inputs)[0], (typeof one.inputs)[0]];
  const values = Float32Array.from(b.values, (value) => Math.abs(value) + 0.5);
  return {...one, inputs: [a, {...b, values}]};
}

/** With given mean and variance: a value for each channel, or one for each value. */
function batchNorm(draw: Draw) {
  const shape = draw.shape(draw.from(2, 4), 4000);
  const each = draw.chance(0.15) ? shape : shape.slice(-1);
  const variance = draw.floats(each);
  const inputs = [
    ...[draw.floats(shape), draw.floats(each)],
    {...variance, values: Float32Array.from(variance.values, (value) => Math.abs(value) + 0.1)},
    ...[draw.floats(each), draw.floats(each)],
  ];
  const f = (...[x, mean, variance, offset, scale]: tf.Tensor[]) =>
    tf.batchNorm(
      x!,
      mean as tf.Tensor1D,
      variance as tf.Tensor1D,
      offset as tf.Tensor1D,
      scale as tf.Tensor1D,
    );
  return {attributes: {}, inputs, compute: withGradients(f)};
}

const epsilon = 1e-3;
/** Values of one part that are all alike are divided by this. */
const deviations = 1 / Math.sqrt(epsilon);

function ownBatchNorm(draw: Draw) {
  const shape = draw.shape(draw.from(2, 4), 4000);
  const each = shape.slice(-1);
  const f = (...[x, gamma, beta]: tf.Tensor[]) => batchNormTraining(x!, gamma!, beta!, epsilon).y;
  const inputs = [draw.floats(shape), draw.floats(each), draw.floats(each)];
  return {attributes: {}, inputs, compute: withGradients(f), scale: deviations};
}

/** Groups of so many channels. */
function drawGroups(draw: Draw, channels: number): number {
  const divisors = Array.from({length: channels}, (_, i) => i + 1).filter(
    (i) => channels % i === 0,
  );
  return divisors.length > 0 ? draw.pick(divisors) : 1;
}

function ownGroupNorm(draw: Draw) {
  const shape = draw.shape(draw.from(2, 4), 4000);
  const channels = shape.at(-1)!;
  const groups = drawGroups(draw, channels);
  const f = (...[x, gamma, beta]: tf.Tensor[]) => groupNorm(x!, groups, gamma!, beta!, epsilon);
  const inputs = [draw.floats(shape), draw.floats([channels]), draw.floats([channels])];
  return {attributes: {groups}, inputs, compute: withGradients(f), scale: deviations};
}

function ownGroupNormSilu(draw: Draw) {
  const shape = draw.shape(draw.from(2, 4), 4000);
  const channels = shape.at(-1)!;
  const groups = drawGroups(draw, channels);
  const f = (...[x, shift, gamma, beta]: tf.Tensor[]) =>
    groupNormSilu(x!, {groups, gamma: gamma!, beta: beta!, epsilon, shift: shift!});
  const shapes = [shape, [shape[0]!, channels], [channels], [channels]];
  const inputs = shapes.map((each) => draw.floats(each));
  return {attributes: {groups}, inputs, compute: withGradients(f), scale: deviations};
}

function ownModulatedNorm(draw: Draw) {
  const shape = draw.shape(draw.from(2, 4), 4000);
  const f = (...[x, scale, shift]: tf.Tensor[]) =>
    modulatedNorm(x!, {scale: scale!, shift: shift!, epsilon});
  const row = [shape[0]!, shape.at(-1)!];
  const inputs = [shape, row, row].map((each) => draw.floats(each));
  return {attributes: {}, inputs, compute: withGradients(f), scale: deviations};
}

function ownAttention(draw: Draw) {
  const [heads, size] = [draw.from(1, 4), draw.from(1, 14)];
  const [count, n, m] = [draw.from(1, 3), draw.from(1, 20), draw.from(1, 20)];
  const f = (...[query, key, value]: tf.Tensor[]) =>
    attention(query as tf.Tensor3D, key as tf.Tensor3D, value as tf.Tensor3D, heads);
  const shapes = [n, m, m].map((rows) => [count, rows, heads * size]);
  return {
    attributes: {heads},
    inputs: shapes.map((each) => draw.floats(each)),
    compute: withGradients(f),
  };
}

function ownDense(draw: Draw) {
  const [n, ci, co] = [draw.length(), draw.length(), draw.length()];
  const f = (...[x, weights, bias]: tf.Tensor[]) =>
    dense(x as tf.Tensor2D, weights as tf.Tensor2D, bias as tf.Tensor1D);
  const inputs = [[n, ci], [ci, co], [co]].map((each) => draw.floats(each));
  return {attributes: {}, inputs, compute: withGradients(f)};
}

export const valueCases: Readonly<Record<string, DrawCase>> = {
  relu: unary(tf.relu),
  relu6: unary(tf.relu6),
  clipByValue: unary((x) => tf.clipByValue(x, -0.5, 2)),
  leakyRelu: leaky,
  elu: unary(tf.elu),
  selu: unary(tf.selu),
  silu: unary(silu),
  gelu: unary(gelu),
  sigmoid: unary(tf.sigmoid),
  tanh: unary(tf.tanh),
  softplus: unary(tf.softplus),
  exp: unary(tf.exp),
  log: unary(tf.log),
  square: unary(tf.square),
  add: binary(tf.add),
  sub: binary(tf.sub),
  mul: binary(tf.mul),
  div: quotient,
  squaredDifference: binary(tf.squaredDifference),
  maximum: binary(tf.maximum, false),
  minimum: binary(tf.minimum, false),
  batchNorm,
  batchNormTraining: ownBatchNorm,
  groupNorm: ownGroupNorm,
  groupNormSilu: ownGroupNormSilu,
  modulatedNorm: ownModulatedNorm,
  dense: ownDense,
  attention: ownAttention,
};
