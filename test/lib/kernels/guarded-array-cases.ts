/** Cases of ops that sum, multiply matrices, or move values. */
import * as tf from "../../../lib/tf.js";
import {type Case, type DrawCase, withGradients} from "./guarded-case.js";
import type {Draw} from "./guarded-draw.js";

function anyAxes(draw: Draw) {
  const shape = draw.shape(draw.from(0, 5), 6000);
  return {shape, axes: draw.axes(shape.length)};
}

/** Of every length from 0 to 70. */
function rows(draw: Draw) {
  const axes = draw.pick([[0], [1], [0, 1], [2], [0, 2]]);
  return {shape: [draw.from(1, 4), draw.from(0, 24), draw.from(0, 70)], axes};
}

function reduction(f: (x: tf.Tensor, axes: number[], keepDims: boolean) => tf.Tensor): DrawCase {
  return (draw) => {
    const {shape, axes} = draw.chance(0.7) ? rows(draw) : anyAxes(draw);
    const keepDims = draw.chance(0.3);
    const isWhole = draw.chance(0.1);
    const x = isWhole ? draw.wholes(shape, -9, 9) : draw.floats(shape);
    const g = (...[x]: tf.Tensor[]) => f(x!, axes, keepDims);
    const compute = isWhole ? (...inputs: tf.Tensor[]) => [g(...inputs)] : withGradients(g);
    return {attributes: {axes, keepDims}, inputs: [x], compute};
  };
}

const variance = (x: tf.Tensor, axes: number[], keepDims: boolean) =>
  tf.moments(x, axes, keepDims).variance;

function sides(draw: Draw) {
  const [m, k, n] = [draw.length(), draw.length(), draw.length()];
  return m * k * n > 60_000 ? [m >> 1, k >> 1, n >> 1] : [m, k, n];
}

function matMul(draw: Draw): Case {
  const [m, k, n] = sides(draw) as [number, number, number];
  const [left, right] = [draw.chance(0.5), draw.chance(0.5)];
  const outer = draw.chance(0.4) ? [draw.from(0, 3), draw.from(1, 2)].slice(draw.from(0, 1)) : [];
  const one = () => (draw.chance(0.3) ? outer.map(() => 1) : outer);
  const a = draw.floats([...one(), ...(left ? [k, m] : [m, k])]);
  const b = draw.floats([...one(), ...(right ? [n, k] : [k, n])]);
  const f = (...[a, b]: tf.Tensor[]) => tf.matMul(a!, b!, left, right);
  return {attributes: {left, right}, inputs: [a, b], compute: withGradients(f)};
}

const fusedActivations = ["linear", "relu", "relu6", "leakyrelu", "elu", "sigmoid"] as const;

function fusedMatMul(draw: Draw): Case {
  const [m, k, n] = sides(draw) as [number, number, number];
  const [left, right] = [draw.chance(0.5), draw.chance(0.5)];
  const activation = draw.pick(fusedActivations);
  // Of other biases TF.js says on wasm that they must have rank 1.
  const bias = draw.floats(draw.pick([[n], [n], [1, n], [1], []]));
  const inputs = [draw.floats(left ? [k, m] : [m, k]), draw.floats(right ? [n, k] : [k, n]), bias];
  const f = (...[a, b, bias]: tf.Tensor[]) =>
    tf.fused.matMul({
      ...{
        a: a!,
        b: b!,
        transposeA: left,
        transposeB: right,
        bias: bias!,
        activation,
        leakyreluAlpha: 0.3,
      },
    });
  const hasGradient = ["linear", "relu", "relu6"].includes(activation);
  const compute = hasGradient ? withGradients(f) : (...all: tf.Tensor[]) => [f(...all)];
  return {attributes: {left, right, activation}, inputs, compute};
}

/** Values of four bytes of either kind: those that are moved, not computed with. */
function moved(draw: Draw, shape: readonly number[]) {
  return draw.chance(0.2) ? draw.wholes(shape, -99, 99) : draw.floats(shape);
}

function movement(
  draw: Draw,
  shape: readonly number[],
  attributes: Case["attributes"],
  f: (x: tf.Tensor) => tf.Tensor,
): Case {
  const x = moved(draw, shape);
  const compute = x.dtype === "float32" ? withGradients(f) : (x: tf.Tensor) => [f(x)];
  return {attributes, inputs: [x], compute};
}

function tile(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 500);
  const reps = shape.map(() => draw.pick([1, 1, 2, 3, 4]));
  if (draw.chance(0.05)) reps[0] = 0;
  return movement(draw, shape, {reps}, (x) => tf.tile(x, reps));
}

function gather(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 3000);
  const axis = draw.from(0, shape.length - 1);
  const places = draw.shape(draw.from(0, 2), 100);
  const indices = draw.wholes(places, 0, Math.max(0, shape[axis]! - 1));
  const f = (...[x, indices]: tf.Tensor[]) => tf.gather(x!, indices as tf.Tensor1D, axis);
  return {attributes: {axis}, inputs: [draw.floats(shape), indices], compute: withGradients(f, 1)};
}

function unsortedSegmentSum(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 3000);
  const segments = draw.from(1, 9);
  const ids = draw.wholes([shape[0]!], draw.from(-1, 0), segments);
  const x = draw.chance(0.1) ? draw.wholes(shape, -9, 9) : draw.floats(shape);
  const compute = (...[x, ids]: tf.Tensor[]) => [
    tf.unsortedSegmentSum(x!, ids as tf.Tensor1D, segments),
  ];
  return {attributes: {segments}, inputs: [x, ids], compute};
}

function oneHot(draw: Draw): Case {
  const depth = draw.from(1, 70);
  const indices = draw.wholes(draw.shape(draw.from(0, 2), 90), -1, depth);
  const dtype = draw.pick(["float32", "int32"] as const);
  const compute = (...[i]: tf.Tensor[]) => [tf.oneHot(i as tf.Tensor1D, depth, 3, -1, dtype)];
  return {attributes: {depth, dtype}, inputs: [indices], compute};
}

function transpose(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 5));
  const order = draw.order(shape.length);
  return movement(draw, shape, {order}, (x) => tf.transpose(x, order));
}

function slice(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 5));
  const begin = shape.map((length) => draw.from(0, length));
  const size = shape.map((length, i) => draw.from(0, length - begin[i]!));
  return movement(draw, shape, {begin, size}, (x) => tf.slice(x, begin, size));
}

function split(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 3000);
  const axis = draw.from(0, shape.length - 1);
  const first = draw.from(0, shape[axis]!);
  const sizes = [first, shape[axis]! - first];
  // Joined again the other way round, so that there is one result and a gradient.
  const f = (x: tf.Tensor) => tf.concat(tf.split(x, sizes, axis).reverse(), axis);
  return movement(draw, shape, {sizes, axis}, f);
}

function concat(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 2000);
  const axis = draw.from(0, shape.length - 1);
  const lengths = Array.from({length: draw.from(1, 4)}, () => draw.length(20));
  const inputs = lengths.map((length) => draw.floats(shape.with(axis, length)));
  const compute = withGradients((...all) => tf.concat(all, axis));
  return {attributes: {axis}, inputs, compute};
}

function pad(draw: Draw): Case {
  const shape = draw.shape(draw.from(1, 4), 1000);
  const zeros = (): [number, number] => [draw.from(0, 3), draw.from(0, 3)];
  const paddings = shape.map(zeros);
  const value = draw.pick([0, 0, 1.5, -2]);
  return movement(draw, shape, {paddings, value}, (x) => tf.pad(x, paddings, value));
}

function resizeNearestNeighbor(draw: Draw): Case {
  const shape = draw.shape(4, 1500, 30);
  if (draw.chance(0.5)) shape[0] = 1;
  const size: [number, number] = [draw.from(1, 20), draw.from(1, 20)];
  if (draw.chance(0.05)) size[0] = 0;
  const [isAligned, isHalf] = draw.pick([
    [false, false],
    [true, false],
    [false, true],
  ] as const);
  const f = (...[x]: tf.Tensor[]) =>
    tf.image.resizeNearestNeighbor(x as tf.Tensor4D, size, isAligned, isHalf);
  const inputs = [draw.floats(shape)];
  // The gradient on cpu knows of no half pixels, mixes pictures up, and does not end where a side of 1 is aligned.
  const isKnown = !isHalf && shape[0] === 1 && !(isAligned && shape.slice(1, 3).includes(1));
  const compute = isKnown ? withGradients(f) : (...all: tf.Tensor[]) => [f(...all)];
  return {attributes: {size, isAligned, isHalf}, inputs, compute};
}

function cast(draw: Draw): Case {
  const shape = draw.shape(draw.from(0, 4));
  const to = draw.pick(["float32", "int32", "bool"] as const);
  const x = draw.pick([
    () => draw.floats(shape),
    () => draw.wholes(shape, -9, 9),
    () => draw.truths(shape),
  ])();
  const compute = (...[x]: tf.Tensor[]) => [tf.cast(x!, to), tf.clone(x!)];
  return {attributes: {to}, inputs: [x], compute};
}

export const arrayCases: Readonly<Record<string, DrawCase>> = {
  sum: reduction(tf.sum),
  mean: reduction(tf.mean),
  moments: reduction(variance),
  matMul,
  "fused.matMul": fusedMatMul,
  tile,
  gather,
  unsortedSegmentSum,
  oneHot,
  transpose,
  slice,
  split,
  concat,
  pad,
  resizeNearestNeighbor,
  cast,
};
