import {describe, expect, test} from "vitest";
import type {NdArray} from "../../../../lib/array.js";
import type {InspectedLayer, Inspection} from "../../../../lib/training/protocol.js";
import {
  activationTiles,
  arithmeticAt,
  channelMap,
  inputOf,
  mostTiles,
  weightTiles,
} from "../../../../src/experiment/inside/inside-data.js";

const counted = (...shape: number[]): NdArray => ({
  data: Float32Array.from({length: shape.reduce((a, b) => a * b)}, (_, i) => i),
  shape,
});
const layer = (name: string, type: string, more: Partial<InspectedLayer>): InspectedLayer => ({
  name,
  type,
  outputShape: [null, 2],
  parameters: 0,
  activation: "linear",
  ...more,
});
const conv = layer("conv", "Conv2D", {
  outputShape: [null, 1, 2, 2],
  convolution: {strides: [1, 1], padding: "valid", isTransposed: false},
});
const relu = layer("relu", "ReLU", {input: "conv"});

/** An input of 1 x 2 with two channels under a kernel of 1 x 1 with two filters. */
const inspection: Inspection = {
  step: 3,
  layers: [conv, relu],
  input: {data: Float32Array.of(1, 2, 3, 4), shape: [1, 1, 2, 2]},
  weights: {
    "conv/kernel": {data: Float32Array.of(1, -1, 10, -10), shape: [1, 1, 2, 2]},
    "conv/bias": {data: Float32Array.of(0.5, 0.25), shape: [2]},
  },
  otherInputs: {time: {data: Float32Array.of(0.5), shape: [1, 1]}},
  activations: {
    conv: {data: Float32Array.of(21.5, -20.75, 43.5, -42.75), shape: [1, 1, 2, 2]},
    relu: {data: Float32Array.of(21.5, 0, 43.5, 0), shape: [1, 1, 2, 2]},
  },
};

test("a layer is given the network's input, another of its inputs, or what a layer gives", () => {
  const told = layer("told", "Dense", {input: "time"});
  expect(inputOf(conv, inspection)).toBe(inspection.input);
  expect(inputOf(told, inspection)).toBe(inspection.otherInputs.time);
  expect(inputOf(relu, inspection)).toBe(inspection.activations.conv);
});

describe("activations", () => {
  test("of pictures are a map for each channel of one input", () => {
    const maps = counted(2, 1, 2, 3); // picture 1 has 6 … 11
    expect(activationTiles(maps, 1)).toEqual({
      data: Float32Array.of(6, 9, 7, 10, 8, 11),
      count: 3,
      height: 1,
      width: 2,
    });
    expect([...channelMap(maps, 0, 2).data]).toEqual([2, 5]);
  });

  test("of neurons are a row for each input", () => {
    expect(activationTiles(counted(3, 4), 1)).toMatchObject({count: 1, height: 3, width: 4});
  });

  test("are no more than can be told apart", () => {
    expect(activationTiles(counted(1, 2, 2, 100), 0).count).toBe(mostTiles);
  });
});

describe("weights", () => {
  test("of filters are those of the channel that is asked for", () => {
    expect([...weightTiles(conv, inspection, 0)!.data]).toEqual([1, -1]);
    expect([...weightTiles(conv, inspection, 1)!.data]).toEqual([10, -10]);
  });

  test("of a transposed convolution have filters and channels the other way round", () => {
    const up = layer("up", "Conv2DTranspose", {
      convolution: {strides: [2, 2], padding: "same", isTransposed: true},
    });
    const weights = {"up/kernel": counted(1, 2, 3, 2)}; // two columns, three filters, two channels
    const found = weightTiles(up, {...inspection, weights}, 1)!;
    expect(found).toMatchObject({count: 3, height: 1, width: 2});
    expect([...found.data]).toEqual([1, 7, 3, 9, 5, 11]);
  });

  test("of neurons that see or draw a grey picture are pictures, of others none", () => {
    const flat = layer("flat", "Flatten", {});
    const see = layer("see", "Dense", {input: "flat"});
    const draw = layer("draw", "Dense", {input: "see"});
    const grey = layer("grey", "Activation", {input: "draw"});
    const shape = layer("shape", "Reshape", {input: "grey", outputShape: [null, 2, 2, 1]});
    const network: Inspection = {
      ...inspection,
      layers: [flat, see, draw, grey, shape],
      input: counted(1, 2, 2, 1),
      weights: {"see/kernel": counted(4, 3), "draw/kernel": counted(3, 4)},
    };
    expect([...weightTiles(see, network, 0)!.data.subarray(0, 4)]).toEqual([0, 3, 6, 9]);
    expect([...weightTiles(draw, network, 0)!.data.subarray(0, 4)]).toEqual([0, 1, 2, 3]);
    expect(weightTiles(flat, network, 0)).toBeUndefined();
    expect(weightTiles(see, {...network, layers: [see], input: counted(1, 4)}, 0)).toBeUndefined();
  });
});

test("the arithmetic of a number ends in what the layer behind makes of it", () => {
  const place = {picture: 0, row: 0, column: 1, filter: 1};
  const found = arithmeticAt(conv, inspection, place);
  expect([...found.patch.data]).toEqual([3, 4]);
  expect([...found.kernel.data]).toEqual([-1, -10]);
  expect(found.sum).toBe(-42.75);
  expect(found.activation).toEqual({name: "relu", value: 0});
  const own = {...conv, activation: "relu"};
  expect(arithmeticAt(own, inspection, place).activation).toEqual({name: "relu", value: -42.75});
});
