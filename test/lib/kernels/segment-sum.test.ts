import {beforeAll, describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";
import {expectGradient, expectLikeCpu, normal, valuesOn} from "./checks.js";

beforeAll(startWasm);

function whole(shape: readonly number[], below: number, random: Random): tf.Tensor {
  const count = tf.util.sizeFromShape([...shape]);
  return tf.tensor(
    Int32Array.from({length: count}, () => random.integer(below)),
    [...shape],
    "int32",
  );
}

describe("sums by segment", () => {
  test("are those of cpu, for rows of every length", async () => {
    for (const [seed, shape] of [[9], [9, 1], [7, 5], [20, 4], [3, 2, 9], [1, 70]].entries())
      await expectLikeCpu(() =>
        tf.unsortedSegmentSum(
          normal(shape, new Random(seed)),
          whole([shape[0]!], 4, new Random(seed)) as tf.Tensor1D,
          4,
        ),
      );
  });

  test("leave out segments that do not exist", async () => {
    const sums = () =>
      tf.unsortedSegmentSum(tf.tensor1d([1, 2, 4, 8]), tf.tensor1d([1, -1, 3, 1], "int32"), 3);
    expect(await valuesOn("wasm", sums)).toEqual([new Float32Array([0, 9, 0])]);
    await expectLikeCpu(sums);
  });

  test("with ids for two axes are those of cpu", async () => {
    await expectLikeCpu(() =>
      tf.unsortedSegmentSum(
        normal([5, 3], new Random(1)),
        whole([5, 3], 4, new Random(2)) as unknown as tf.Tensor1D,
        4,
      ),
    );
  });

  test("of whole numbers are those of cpu", async () => {
    await expectLikeCpu(() =>
      tf.unsortedSegmentSum(tf.tensor1d([1, 2, 4], "int32"), tf.tensor1d([1, 0, 1], "int32"), 2),
    );
  });

  test("of shapes that do not fit throw what TF.js throws", async () => {
    for (const backend of ["cpu", "wasm"]) {
      await tf.setBackend(backend);
      const [x, ids] = [tf.ones([3, 2]), tf.tensor1d([0, 1], "int32")];
      expect(() => tf.unsortedSegmentSum(x, ids, 2)).toThrow(
        "Operands could not be broadcast together with shapes 2,1 and 3,2.",
      );
      expect(() => tf.unsortedSegmentSum(x, ids, 0.5)).toThrow("numSegments must be of dtype int");
      expect(() => tf.unsortedSegmentSum(tf.ones([2]), ids, 0)).toThrow();
    }
  });
});

describe("gather", () => {
  const shapes = [[7], [7, 1], [7, 5], [7, 16], [7, 3, 5], [7, 300]];

  test("and its gradient are those of cpu, along every axis", async () => {
    for (const [seed, shape] of shapes.entries())
      for (const axis of shape.keys())
        for (const indexShape of [[1], [9], [2, 3]]) {
          const indices = () => whole(indexShape, shape[axis]!, new Random(seed));
          const pick = (x: tf.Tensor) => tf.gather(x, indices(), axis);
          const x = () => normal(shape, new Random(seed));
          await expectLikeCpu(() => pick(x()));
          await expectLikeCpu(() => pick(tf.cast(x(), "int32")));
          if (indexShape.length === 1)
            await expectLikeCpu(() => tf.grad((v) => tf.square(pick(v)))(x()));
        }
  });

  test("has the gradient that differences have", async () => {
    const ids = tf.tensor1d([3, 0, 3, 1], "int32");
    await expectGradient((x) => tf.square(tf.gather(x, ids)), [normal([5, 6], new Random(1))], 2);
  });

  test("of a number that is not there throws what TF.js throws", async () => {
    await tf.setBackend("wasm");
    const x = tf.ones([3, 2]);
    for (const index of [3, -1])
      expect(() => tf.gather(x, tf.tensor1d([0, index], "int32"))).toThrow(
        `GatherV2: the index value ${index} is not in [0, 2]`,
      );
  });

  test("leaks nothing", async () => {
    await tf.setBackend("wasm");
    const ids = tf.tensor1d([1, 0], "int32");
    const before = tf.memory().numTensors;
    tf.tidy(() => void tf.grad((x) => tf.gather(x, ids))(tf.ones([3, 5])));
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("an embedding of a layers model learns to tell words apart", async () => {
  await tf.setBackend("wasm");
  const model = tf.sequential({
    layers: [
      tf.layers.embedding({
        ...{inputDim: 6, outputDim: 5, inputLength: 2},
        embeddingsInitializer: tf.initializers.randomUniform({minval: -0.1, maxval: 0.1, seed: 1}),
      }),
      tf.layers.flatten(),
      tf.layers.dense({
        ...{units: 1, activation: "sigmoid"},
        kernelInitializer: tf.initializers.glorotUniform({seed: 2}),
      }),
    ],
  });
  model.compile({optimizer: tf.train.adam(0.1), loss: "binaryCrossentropy"});
  const words = Array.from({length: 36}, (_, i) => [Math.floor(i / 6), i % 6]);
  const x = tf.tensor2d(words);
  const y = tf.tensor2d(words.map(([word]) => [word! % 2]));
  const {history} = await model.fit(x, y, {epochs: 1, shuffle: false});
  const after = await model.fit(x, y, {epochs: 60, shuffle: false});
  expect(after.history.loss!.at(-1)).toBeLessThan((history.loss![0] as number) / 2);
  model.dispose();
});
