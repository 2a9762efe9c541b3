/** The convolutions of the two reference steps: forward, and their gradients to input and filter. */
import {Random} from "../lib/random.js";
import * as tf from "../lib/tf.js";
import type {KernelCase} from "./kernel-case.js";

/** From [batch, side, side, channels] to [batch, side / stride, side / stride, filters] with a k x k window. */
interface Layer {
  readonly name: string;
  readonly side: number;
  readonly channels: number;
  readonly filters: number;
  readonly k: number;
  readonly stride: number;
}

/** A transposed convolution is the input gradient of the convolution the other way round, which is what is listed. */
const layers: readonly Layer[] = [
  {name: "cnn 1", side: 28, channels: 1, filters: 16, k: 3, stride: 1},
  {name: "cnn 2", side: 14, channels: 16, filters: 32, k: 3, stride: 1},
  {name: "discriminator 1", side: 28, channels: 1, filters: 16, k: 4, stride: 2},
  {name: "discriminator 2", side: 14, channels: 16, filters: 32, k: 4, stride: 2},
  {name: "generator 1, transposed", side: 14, channels: 32, filters: 32, k: 4, stride: 2},
  {name: "generator 2, transposed", side: 28, channels: 1, filters: 32, k: 4, stride: 2},
];

export function convolutionCases(batchSize: number): KernelCase[] {
  return layers.flatMap((layer) => casesOf(layer, batchSize));
}

function casesOf({name, side, channels, filters, k, stride}: Layer, batch: number): KernelCase[] {
  const small = side / stride;
  const work = {flops: 2 * batch * small * small * k * k * channels * filters};
  const shape: [number, number, number, number] = [batch, side, side, channels];
  const filterShape = [k, k, channels, filters] as [number, number, number, number];
  const x = () => normal(shape);
  const filter = () => normal(filterShape);
  const dy = () => normal([batch, small, small, filters]);
  const text = `${name}: ${k}x${k} / ${stride}, ${side}x${side}x${channels} to ${filters}`;
  return [
    {name: `conv2d, ${text}`, work, make: () => forward(x(), filter(), stride)},
    {
      name: `conv2d input gradient, ${text}`,
      work,
      make: () => inputGradient(dy(), filter(), shape, stride),
    },
    {
      name: `conv2d filter gradient, ${text}`,
      work,
      make: () => filterGradient(x(), dy(), filterShape, stride),
    },
  ];
}

function forward(x: tf.Tensor4D, filter: tf.Tensor4D, stride: number) {
  return () => tf.conv2d(x, filter, stride, "same");
}

function inputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  shape: [number, number, number, number],
  stride: number,
) {
  return () => tf.conv2dTranspose(dy, filter, shape, stride, "same");
}

function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: [number, number, number, number],
  strides: number,
) {
  const attrs = {strides, pad: "same", dataFormat: "NHWC", filterShape};
  return () => tf.engine().runKernel("Conv2DBackpropFilter", {x, dy}, attrs) as tf.Tensor;
}

function normal(shape: [number, number, number, number]): tf.Tensor4D {
  return tf.tensor4d(new Random(3).normals(tf.util.sizeFromShape(shape)), shape);
}
