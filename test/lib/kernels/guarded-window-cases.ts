/** Cases of ops with windows: convolutions, depthwise and transposed ones, pooling. */
import {convolve3x3} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import {type Case, type DrawCase, withGradients} from "./guarded-case.js";
import {type Draw, type Pad, product} from "./guarded-draw.js";

type Shape4D = [number, number, number, number];

const mostProducts = 60_000;

interface Window {
  readonly x: Shape4D;
  readonly filter: Shape4D;
}

/** Sides and channels of any length, cut down until the processor has little to do. */
function drawWindow(draw: Draw, depth = false): Window {
  const x = draw.shape(4, 5000) as Shape4D;
  const side = () => (draw.chance(0.02) ? 0 : draw.pick([1, 1, 2, 2, 3, 3, 3, 4, 5, 6, 7]));
  const filter: Shape4D = [side(), side(), x[3], depth ? draw.from(1, 3) : draw.length()];
  while (product(x) * filter[0] * filter[1] * filter[3] > mostProducts) {
    const axis = draw.from(0, 3);
    if (axis === 3) filter[3] = Math.max(1, filter[3] >> 1);
    else x[axis] = Math.max(1, x[axis]! >> 1);
  }
  return {x, filter};
}

function stride(draw: Draw): number | [number, number] {
  const one = () => draw.pick([1, 1, 1, 2, 2, 3, 5]);
  return draw.chance(0.2) ? [one(), one()] : one();
}

/** Those of minimal filtering: 2 and 3 taps a line, channels by the four. */
function drawMinimal(draw: Draw): Window & {readonly step: number} {
  const [side, step] = draw.pick([
    [2, 1],
    [3, 1],
    [3, 1],
    [4, 2],
    [6, 2],
  ] as const);
  const [ci, co] = [draw.pick([12, 16, 20, 28]), draw.pick([12, 16, 20, 32])];
  const length = () => side + draw.from(0, 7);
  return {x: [draw.from(1, 2), length(), length(), ci], filter: [side, side, ci, co], step};
}

function conv2d(draw: Draw): Case {
  const {x, filter} = drawWindow(draw);
  const strides = stride(draw);
  const dilations = draw.chance(0.2) ? draw.from(1, 3) : 1;
  const {pad, rounding} = draw.padding();
  const f = (...[a, b]: tf.Tensor[]) =>
    tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, strides, pad, "NHWC", dilations, rounding);
  const compute = dilations > 1 ? forward(f) : differentiable(f, rounding);
  const attributes = {strides, pad, dilations, rounding};
  return {attributes, inputs: [draw.floats(x), draw.floats(filter)], compute};
}

function minimalConv2d(draw: Draw): Case {
  const {x, filter, step} = drawMinimal(draw);
  const {pad, rounding} = draw.padding();
  const f = (...[a, b]: tf.Tensor[]) =>
    tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, step, pad, "NHWC", 1, rounding);
  const isStrict = draw.chance(0.4);
  const inputs = [isStrict ? draw.mostlyFloats(x) : draw.floats(x), draw.floats(filter)];
  return {
    attributes: {step, pad, rounding},
    inputs,
    compute: differentiable(f, rounding),
    isStrict,
  };
}

/** At times with a value that it must not touch. */
function ownConvolution(draw: Draw): Case {
  const [ci, co] = [draw.pick([8, 12, 16, 20, 28]), draw.pick([8, 12, 16, 20, 32])];
  const x = [draw.from(1, 2), draw.from(1, 9), draw.from(1, 9), ci];
  const isStrict = draw.chance(0.4);
  const f = (...[a, filter, bias, rest]: tf.Tensor[]) =>
    convolve3x3(a as tf.Tensor4D, {
      ...{filter: filter as tf.Tensor4D, bias: bias as tf.Tensor1D},
      rest: rest as tf.Tensor4D,
    });
  const inputs = [
    ...[isStrict ? draw.mostlyFloats(x) : draw.floats(x), draw.floats([3, 3, ci, co])],
    ...[draw.floats([co]), draw.floats([...x.slice(0, 3), co])],
  ];
  return {attributes: {}, inputs, compute: withGradients(f), isStrict};
}

function forward(f: (...inputs: tf.Tensor[]) => tf.Tensor): Case["compute"] {
  return (...inputs) => [f(...inputs)];
}

/** TF.js's gradients take another rounding for "floor", and leave the windows out that only this one has. */
function differentiable(f: (...inputs: tf.Tensor[]) => tf.Tensor, rounding: string | undefined) {
  return rounding === "round" || rounding === "ceil" ? forward(f) : withGradients(f);
}

const activations = ["linear", "relu", "relu6", "leakyrelu", "elu", "sigmoid"] as const;

function fusedConv2d(draw: Draw): Case {
  const isMinimal = draw.chance(0.1);
  const {x, filter} = isMinimal ? drawMinimal(draw) : drawWindow(draw);
  const strides = isMinimal ? filter[0] / (filter[0] > 3 ? 2 : filter[0]) : stride(draw);
  const {pad, rounding} = draw.padding();
  const activation = draw.pick(activations);
  // TF.js's own kernel, which does the others, knows but one shape.
  const isFused = activation !== "elu" && activation !== "sigmoid";
  const [one, row] = [[1], [1, filter[3]]];
  const bias = isFused ? draw.pick([[filter[3]], [filter[3]], one, row, []]) : [filter[3]];
  const f = (...[a, b, c]: tf.Tensor[]) =>
    tf.fused.conv2d({
      ...{x: a as tf.Tensor4D, filter: b as tf.Tensor4D, bias: c!},
      ...{
        strides,
        pad,
        activation,
        leakyreluAlpha: 0.3,
        ...(rounding && {dimRoundingMode: rounding}),
      },
    });
  const hasGradient = ["linear", "relu", "relu6"].includes(activation);
  const compute = hasGradient ? differentiable(f, rounding) : forward(f);
  const inputs = [draw.floats(x), draw.floats(filter), draw.floats(bias)];
  return {attributes: {strides, pad, rounding, activation}, inputs, compute};
}

/** At times with a result that does not fit. */
function conv2dTranspose(draw: Draw): Case {
  const {x, filter} = draw.chance(0.05) ? drawMinimal(draw) : drawWindow(draw);
  const strides = filter[0] % 2 === 0 && draw.chance(0.5) ? 2 : stride(draw);
  const {pad, rounding} = draw.padding();
  const length = (out: number, k: number, s: number) =>
    pad === "same" ? out * s : (out - 1) * s + k - (typeof pad === "number" ? 2 * pad : 0);
  const [sh, sw] = typeof strides === "number" ? [strides, strides] : strides;
  const off = draw.chance(0.1) ? draw.from(-2, 2) : 0;
  const dy: Shape4D = [x[0], x[1], x[2], filter[3]];
  const shape: Shape4D = [
    x[0],
    Math.max(0, length(x[1], filter[0], sh) + off),
    Math.max(0, length(x[2], filter[1], sw)),
    filter[2],
  ];
  const f = (...[a, b]: tf.Tensor[]) =>
    tf.conv2dTranspose(a as tf.Tensor4D, b as tf.Tensor4D, shape, strides, pad, rounding);
  const inputs = [draw.floats(dy), draw.floats(filter)];
  return {attributes: {shape, strides, pad, rounding}, inputs, compute: withGradients(f)};
}

function depthwiseConv2d(draw: Draw): Case {
  const {x, filter} = drawWindow(draw, true);
  const isDilated = draw.chance(0.3);
  const [strides, dilations] = isDilated ? [1, draw.from(1, 3)] : [draw.from(1, 3), 1];
  const {pad, rounding} = draw.padding();
  const f = (...[a, b]: tf.Tensor[]) =>
    tf.depthwiseConv2d(
      a as tf.Tensor4D,
      b as tf.Tensor4D,
      strides,
      pad,
      "NHWC",
      dilations,
      rounding,
    );
  const inputs = [draw.floats(x), draw.floats(filter)];
  return {
    attributes: {strides, pad, dilations, rounding},
    inputs,
    compute: differentiable(f, rounding),
  };
}

/** The gradient's kernel by itself: on wasm TF.js's own pooling reads outside, or does not end, at such shapes. */
function pooling(kernel: "MaxPoolGrad" | "AvgPoolGrad"): DrawCase {
  return (draw) => {
    const {x, filter} = drawWindow(draw, true);
    const size = [Math.max(1, filter[0]), Math.max(1, filter[1])] as [number, number];
    const filterSize = draw.chance(0.5) ? size : size[0];
    const strides = stride(draw);
    const {pad, rounding} = draw.padding();
    const attributes = {filterSize, strides, pad, ...(rounding && {dimRoundingMode: rounding})};
    const shape = tf.backend_util.computePool2DInfo(
      x,
      filterSize,
      strides,
      1,
      pad,
      rounding,
    ).outShape;
    const dy = shape.some((length) => length < 0) ? x : shape;
    const input = draw.chance(0.5) ? draw.ties(x) : draw.floats(x);
    const compute = (...[dy, input]: tf.Tensor[]) => [
      tf.engine().runKernel(kernel, {dy: dy!, input: input!, output: dy!}, attributes) as tf.Tensor,
    ];
    const reference = kernel === "AvgPoolGrad" && {reference: averageGradient(attributes)};
    return {attributes, inputs: [draw.floats(dy), input], compute, ...reference};
  };
}

/** A number for padding only with square windows and steps: others are refused on wasm. */
const maxPool: DrawCase = (draw) => {
  const {x, filter} = drawWindow(draw, true);
  const side = Math.max(1, filter[0]);
  const {pad, rounding} = draw.padding();
  const isSquare = typeof pad === "number" || draw.chance(0.5);
  const filterSize = isSquare ? side : ([side, Math.max(1, filter[1])] as [number, number]);
  const strides = isSquare ? draw.from(1, 3) : stride(draw);
  const compute = (...[x]: tf.Tensor[]) => [
    tf.maxPool(x as tf.Tensor4D, filterSize, strides, pad, rounding),
  ];
  const values = draw.chance(0.5) ? draw.ties(x) : draw.floats(x);
  return {attributes: {filterSize, strides, pad, rounding}, inputs: [values], compute};
};

interface Pool {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: Pad;
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/** dy, x -> the gradient of the average that TF.js computes, which leaves out what is beside the picture. Its own one does not. */
function averageGradient({filterSize, strides, pad, dimRoundingMode}: Pool): Case["compute"] {
  const [kh, kw] = typeof filterSize === "number" ? [filterSize, filterSize] : filterSize;
  return (...[dy, x]) => {
    const ones = tf.ones<tf.Rank.R4>([kh, kw, x!.shape[3]!, 1]);
    const sums = (a: tf.Tensor) =>
      tf.depthwiseConv2d(a as tf.Tensor4D, ones, strides, pad, "NHWC", 1, dimRoundingMode);
    const counts = tf.maximum(1, sums(tf.onesLike(x!)));
    return [tf.grad((a: tf.Tensor) => tf.div(sums(a), counts))(x!, dy!)];
  };
}

export const windowCases: Readonly<Record<string, DrawCase>> = {
  conv2d,
  "conv2d by minimal filtering": minimalConv2d,
  convolve3x3: ownConvolution,
  "fused.conv2d": fusedConv2d,
  conv2dTranspose,
  depthwiseConv2d,
  maxPool,
  "gradient of maxPool": pooling("MaxPoolGrad"),
  "gradient of avgPool": pooling("AvgPoolGrad"),
};
