import {beforeAll, describe, expect, test} from "vitest";
import type {NdArray} from "../../../lib/array.js";
import {initialise} from "../../../lib/models/initial-weights.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {convolutionAt} from "../../../lib/training/convolution-at.js";
import {inspect} from "../../../lib/training/inspect.js";

beforeAll(async () => {
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
});

const array = (shape: readonly number[], ...data: readonly number[]): NdArray => ({
  data: Float32Array.from(data),
  shape,
});

test("a convolution by hand: 2 x 2 over 3 x 3, and past its edge", () => {
  const how = {strides: [1, 1], padding: "same", isTransposed: false} as const;
  const parts = {
    input: array([1, 3, 3, 1], 1, 2, 3, 4, 5, 6, 7, 8, 9),
    kernel: array([2, 2, 1, 1], 1, -1, 2, 0.5),
    bias: array([1], 10),
  };
  const middle = convolutionAt(how, parts, {picture: 0, row: 1, column: 1, filter: 0});
  expect([...middle.patch.data]).toEqual([5, 6, 8, 9]);
  expect([...middle.kernel.data]).toEqual([1, -1, 2, 0.5]);
  expect(middle.sum).toBe(10 + 5 - 6 + 16 + 4.5);
  const corner = convolutionAt(how, parts, {picture: 0, row: 2, column: 2, filter: 0});
  expect(corner.rows).toEqual([2, undefined]);
  expect([...corner.patch.data]).toEqual([9, 0, 0, 0]);
  expect(corner.sum).toBe(10 + 9);
});

test("a transposed convolution by hand: each input is spread over the kernel, two apart", () => {
  const how = {strides: [2, 2], padding: "valid", isTransposed: true} as const;
  const parts = {
    input: array([1, 1, 2, 1], 3, 5),
    kernel: array([1, 3, 1, 1], 1, 10, 100),
  };
  const sums = Array.from(
    {length: 5},
    (_, column) => convolutionAt(how, parts, {picture: 0, row: 0, column, filter: 0}).sum,
  );
  expect(sums).toEqual([3, 30, 300 + 5, 50, 500]); // 3, 30, 300 and, from the third on, 5, 50, 500
});

describe("the arithmetic of a live network is what its layer gives", () => {
  const {conv2d, conv2dTranspose} = tf.layers;
  const shape = {inputShape: [7, 6, 2], filters: 3, kernelInitializer: "zeros" as const};
  const layers = {
    "3 x 3, same": conv2d({...shape, kernelSize: 3, padding: "same"}),
    "3 x 3, valid, every second": conv2d({...shape, kernelSize: 3, strides: 2}),
    "4 x 4, same, every second": conv2d({...shape, kernelSize: 4, strides: 2, padding: "same"}),
    "transposed 6 x 6, same": conv2dTranspose({
      ...shape,
      kernelSize: 6,
      strides: 2,
      padding: "same",
      useBias: false,
    }),
    "transposed 3 x 2, valid": conv2dTranspose({...shape, kernelSize: [3, 2], strides: 2}),
  };

  test.each(Object.entries(layers))("%s", async (_, layer) => {
    const network = tf.sequential({layers: [layer]});
    initialise(network, new Random(7), "he");
    const probe = tf.tensor4d(new Random(3).normals(2 * 7 * 6 * 2), [2, 7, 6, 2]);
    const {layers: seen, input, weights, activations} = await inspect(network, probe);
    const {name, convolution} = seen[0]!;
    const parts = {input, kernel: weights[`${name}/kernel`]!, bias: weights[`${name}/bias`]};
    const {data, shape: out} = activations[name]!;
    const [n, rows, columns, filters] = out as [number, number, number, number];
    const sums: number[] = [];
    for (let picture = 0; picture < n; picture++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++)
          for (let filter = 0; filter < filters; filter++)
            sums.push(convolutionAt(convolution!, parts, {picture, row, column, filter}).sum);
    expect(sums).toHaveLength(data.length);
    const worst = Math.max(...sums.map((sum, i) => Math.abs(sum - data[i]!)));
    expect(worst).toBeLessThan(1e-4);
    network.dispose();
    probe.dispose();
  });
});
