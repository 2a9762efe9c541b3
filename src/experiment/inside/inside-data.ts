/** What is seen inside a network, cut from the arrays of an inspection into pictures and into the arithmetic of one number. */
import type {TilesData} from "../../figures/inside/tiles.js";
import type {NdArray} from "../../lib/array.js";
import {
  type ConvolutionAt,
  convolutionAt,
  type OutputPlace,
} from "../../lib/training/convolution-at.js";
import type {InspectedLayer, Inspection} from "../../lib/training/protocol.js";

/** More than these say nothing more. */
export const mostTiles = 64;

/** What `layer` gives for input `picture`: a map for each channel, or all its numbers, a row for each input of the batch. */
export function activationTiles({data, shape}: NdArray, picture: number): TilesData {
  if (shape.length !== 4) {
    const [n, ...rest] = shape as [number, ...number[]];
    return {data: Float32Array.from(data), count: 1, height: n, width: product(rest)};
  }
  const [, height, width, channels] = shape as [number, number, number, number];
  const start = picture * height * width * channels;
  const at = (cell: number, channel: number) => data[start + cell * channels + channel]!;
  return tilesOf(height, width, channels, at);
}

/** One channel of the maps of input `picture`. */
export function channelMap({data, shape}: NdArray, picture: number, channel: number) {
  const [, height, width, channels] = shape as [number, number, number, number];
  const start = picture * height * width * channels + channel;
  const map = Float32Array.from({length: height * width}, (_, i) => data[start + i * channels]!);
  return {data: map, height, width};
}

/** The weights of each filter for one input channel; of a layer of neurons that sees a picture, each neuron's weights as a picture. */
export function weightTiles(
  layer: InspectedLayer,
  inspection: Inspection,
  channel: number,
): TilesData | undefined {
  const kernel = inspection.weights[`${layer.name}/kernel`];
  if (!kernel) return undefined;
  const {data, shape} = kernel;
  if (layer.convolution) {
    const [height, width, third, fourth] = shape as [number, number, number, number];
    const {isTransposed} = layer.convolution;
    const at = (cell: number, filter: number) =>
      data[
        (cell * third + (isTransposed ? filter : channel)) * fourth +
          (isTransposed ? channel : filter)
      ]!;
    return tilesOf(height, width, isTransposed ? third : fourth, at);
  }
  const [from, to] = shape as [number, number];
  const seen = pictureBefore(layer, inspection);
  if (seen) return tilesOf(...seen, to, (cell, neuron) => data[cell * to + neuron]!);
  const drawn = pictureAfter(layer, inspection);
  if (drawn) return tilesOf(...drawn, from, (cell, neuron) => data[neuron * to + cell]!);
  return undefined;
}

function tilesOf(
  height: number,
  width: number,
  all: number,
  valueAt: (cell: number, index: number) => number,
): TilesData {
  const count = Math.min(all, mostTiles);
  const cells = height * width;
  const data = Float32Array.from({length: count * cells}, (_, i) =>
    valueAt(i % cells, Math.floor(i / cells)),
  );
  return {data, count, height, width};
}

/** Rows and columns of the grey picture that `layer` sees flattened. */
function pictureBefore(
  layer: InspectedLayer,
  inspection: Inspection,
): [number, number] | undefined {
  const before = layerCalled(layer.input, inspection);
  return before?.type === "Flatten" ? greySize(inputOf(before, inspection).shape) : undefined;
}

/** Those of the grey picture that is made of what `layer` gives, number for number. */
function pictureAfter(layer: InspectedLayer, inspection: Inspection): [number, number] | undefined {
  const next = inspection.layers.find(({input}) => input === layer.name);
  if (!next) return undefined;
  if (isActivation(next)) return pictureAfter(next, inspection);
  return next.type === "Reshape" ? greySize(next.outputShape) : undefined;
}

function greySize(shape: readonly (number | null)[]): [number, number] | undefined {
  const [, height, width, channels] = shape;
  return shape.length === 4 && channels === 1 && height && width ? [height, width] : undefined;
}

function layerCalled(name: string | undefined, {layers}: Inspection): InspectedLayer | undefined {
  return layers.find((layer) => layer.name === name);
}

/** What `layer` is given. */
export function inputOf({input: name}: InspectedLayer, inspection: Inspection): NdArray {
  const {input, otherInputs, activations} = inspection;
  return name === undefined ? input : (activations[name] ?? otherInputs[name]!);
}

function isActivation({type}: InspectedLayer): boolean {
  return ["Activation", "ReLU", "LeakyReLU"].includes(type);
}

/** One number of a convolution, and what becomes of it. */
export interface Arithmetic extends ConvolutionAt {
  /** What the layer's own activation function, or the layer behind it, makes of the sum. */
  readonly activation: {readonly name: string; readonly value: number} | undefined;
}

export function arithmeticAt(
  layer: InspectedLayer,
  inspection: Inspection,
  place: OutputPlace,
): Arithmetic {
  const {weights, activations} = inspection;
  const parts = {
    input: inputOf(layer, inspection),
    kernel: weights[`${layer.name}/kernel`]!,
    bias: weights[`${layer.name}/bias`],
  };
  const next = inspection.layers.find(({input}) => input === layer.name);
  const own = layer.activation !== "linear";
  const applied = own ? layer : next && isActivation(next) ? next : undefined;
  const named = own ? layer.activation : next?.name;
  return {
    ...convolutionAt(layer.convolution!, parts, place),
    activation: applied && {
      name: named!,
      value: valueAt(activations[applied.name]!, place),
    },
  };
}

function valueAt({data, shape}: NdArray, {picture, row, column, filter}: OutputPlace): number {
  const [, height, width, filters] = shape as [number, number, number, number];
  return data[((picture * height + row) * width + column) * filters + filter]!;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}
