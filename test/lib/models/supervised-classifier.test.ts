import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {SupervisedClassifier} from "../../../lib/models/supervised-classifier.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const options = {width: 4, learningRate: 0.01, averaging: 0.9};
const make = (seed = 1, changes = {}) =>
  new SupervisedClassifier({...options, ...changes}, new Random(seed));
const rows = 12;
let batch: {readonly x: tf.Tensor; readonly label: tf.Tensor};

beforeAll(async () => {
  await startWasm();
  const random = new Random(5);
  const values = Float32Array.from({length: rows * 784}, () => random.uniform(-1, 1));
  const labels = Array.from({length: rows}, (_, i) => i % 10);
  batch = {
    x: tf.tensor4d(values, [rows, 28, 28, 1]),
    label: tf.tensor1d(labels, "int32"),
  };
});
afterAll(() => tf.dispose(batch));

async function stateAfter(model: SupervisedClassifier, steps: number): Promise<NamedArrays> {
  for (let i = 0; i < steps; i++) await model.step(batch);
  return model.state();
}

const part = (state: NamedArrays, prefix: string) =>
  Object.entries(state).filter(([name]) => name.startsWith(`${prefix}/`));

describe("SupervisedClassifier", () => {
  test("learns one batch by heart, noise though it is", async () => {
    const model = make();
    const first = await model.step(batch);
    let last = first;
    for (let i = 0; i < 80; i++) last = await model.step(batch);
    expect(first.loss).toBeGreaterThan(1.5);
    expect(last.loss).toBeLessThan(0.05);
    expect(last.accuracy).toBe(100);
    model.dispose();
  });

  test("its first step moves every weight by the learning rate at most: that is Adam", async () => {
    const model = make();
    const before = await model.state();
    const after = await stateAfter(model, 1);
    let most = 0;
    for (const [name, {data}] of part(after, "learner"))
      data.forEach((value, i) => {
        most = Math.max(most, Math.abs(value - before[name]!.data[i]!));
      });
    expect(most).toBeGreaterThan(0.009);
    expect(most).toBeLessThan(0.0101);
    model.dispose();
  });

  test("names pictures with the average of the weights, or with the last ones", async () => {
    const [averaged, last] = [make(), make(1, {averaging: 0})];
    const states = [await stateAfter(averaged, 5), await stateAfter(last, 5)];
    const values = states.map((state) =>
      ["average", "learner"].map((prefix) => part(state, prefix).flatMap(([, a]) => [...a.data])),
    );
    expect(values[0]![1], "the average has no say in learning").toEqual(values[1]![1]);
    expect(values[0]![0]).not.toEqual(values[0]![1]);
    values[1]![0]!.forEach((value, i) => {
      expect(value).toBeCloseTo(values[1]![1]![i]!, 6);
    });
    averaged.dispose();
    last.dispose();
  });

  test("goes on bit-equal from a state in another model", async () => {
    const model = make();
    const middle = structuredClone(await stateAfter(model, 3));
    const end = await stateAfter(model, 3);
    const other = make(2);
    other.restore(middle);
    expect(await stateAfter(other, 3)).toStrictEqual(end);
    model.dispose();
    other.dispose();
  });

  test("refuses a state that does not fit, and is as before", async () => {
    const model = make();
    const before = structuredClone(await model.state());
    const wide = make(1, {width: 8});
    const foreign = await wide.state();
    expect(() => model.restore(foreign)).toThrow(/invalid shape of learner\/conv1/);
    const {"adam/m": _, ...less} = before;
    expect(() => model.restore(less)).toThrow("missing array: adam/m");
    expect(() => model.restore({...before, more: before["adam/m"]!})).toThrow("unknown array");
    expect(await model.state()).toStrictEqual(before);
    model.dispose();
    wide.dispose();
  });

  test("its version changes with its weights and only then", async () => {
    const model = make();
    const versions = [model.version];
    await model.step(batch);
    versions.push(model.version);
    const state = await model.state();
    expect(model.version).toBe(versions[1]);
    model.restore(state);
    versions.push(model.version);
    expect(new Set(versions).size).toBe(3);
    model.dispose();
  });

  test("takes a new learning rate and nothing else", async () => {
    const model = make();
    const before = await model.state();
    model.set("learningRate", 0);
    const after = await stateAfter(model, 1);
    expect(part(after, "learner")).toStrictEqual(part(before, "learner"));
    expect(() => model.set("width", 4)).toThrow("unknown live param: width (one of learningRate)");
    expect(() => model.set("learningRate", "fast")).toThrow("invalid learningRate: fast");
    model.dispose();
  });

  test("refuses a batch of another shape", async () => {
    const model = make();
    const x = tf.zeros([2, 784]);
    await expect(model.step({x, label: batch.label})).rejects.toThrow("found ndim=2");
    x.dispose();
    model.dispose();
  });

  test("leaks no tensor, and leaves none when it is disposed of", async () => {
    const start = tf.memory().numTensors;
    const model = make();
    await model.step(batch);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) await model.step(batch);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });
});
