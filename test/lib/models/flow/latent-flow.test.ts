import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type ByteImages, toFloats} from "../../../../lib/image.js";
import {LatentFlow, type LatentFlowOptions} from "../../../../lib/models/flow/latent-flow.js";
import {Random} from "../../../../lib/random.js";
import * as tf from "../../../../lib/tf.js";
import {startWasm} from "../../../wasm.js";

beforeAll(startWasm);

/** Bright squares in one of two corners, of one of two sizes. */
const pictures: ByteImages = {
  data: Uint8Array.from({length: 40 * 784}, (_, i) => {
    const [n, row, column] = [Math.floor(i / 784), Math.floor((i % 784) / 28), i % 28];
    const [from, size] = [n % 2 === 0 ? 2 : 14, n % 4 < 2 ? 6 : 12];
    const isIn = (v: number) => v >= from && v < from + size;
    return isIn(row) && isIn(column) ? 255 : 0;
  }),
  shape: [40, 28, 28, 1],
};
const options: LatentFlowOptions = {
  pictures,
  width: 32,
  latentSize: 3,
  beta: 0,
  codeSteps: 30,
  flowWidth: 32,
  flowBatch: 32,
  learningRate: 0.01,
  averaging: 0.9,
  decaySteps: 0,
};
const made: LatentFlow[] = [];
afterAll(() => {
  for (const model of made) model.dispose();
});

function make(given: Partial<LatentFlowOptions> = {}): LatentFlow {
  const model = new LatentFlow({...options, ...given}, new Random(1));
  made.push(model);
  return model;
}

async function train(model: LatentFlow, steps: number, random = new Random(2)) {
  const x = tf.tensor4d(toFloats(pictures).data, [40, 28, 28, 1]);
  const numbers = [];
  for (let i = 0; i < steps; i++) numbers.push(await model.step({x}, random));
  x.dispose();
  return numbers;
}

const hashOf = async (model: LatentFlow, prefix: string) => {
  const state = await model.state();
  return Object.entries(state)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, {data}]) => [name, Array.from(data)]);
};

describe.each([0, 1])("with a beta of %s", (beta) => {
  test("first the autoencoder learns and the flow rests, then the other way round", async () => {
    const model = make({beta});
    const flowAtFirst = await hashOf(model, "learner/denoiser");
    const coding = await train(model, 30);
    expect(model.isCoding).toBe(false);
    expect(await hashOf(model, "learner/denoiser")).toEqual(flowAtFirst);
    expect(coding.at(-1)!.reconstruction).toBeLessThan(coding[0]!.reconstruction * 0.8);
    expect(new Set(coding.map(({flow}) => flow))).toEqual(new Set([2]));
    const coderAtRest = [
      await hashOf(model, "learner/encoder"),
      await hashOf(model, "average/decoder"),
    ];
    const flowing = await train(model, 60);
    expect([
      await hashOf(model, "learner/encoder"),
      await hashOf(model, "average/decoder"),
    ]).toEqual(coderAtRest);
    const mean = (all: typeof flowing) => all.reduce((sum, {flow}) => sum + flow, 0) / all.length;
    expect(mean(flowing.slice(0, 5))).toBeGreaterThan(1.4);
    expect(mean(flowing.slice(-20))).toBeLessThan(0.75 * mean(flowing.slice(0, 5)));
    expect(new Set(flowing.map(({reconstruction}) => reconstruction)).size).toBe(1);
  });
});

test("a flow that has not learned says that nothing moves", async () => {
  const model = make();
  const y = new Random(3).normals(12);
  for (const t of [0, 0.4, 1])
    expect([...(await model.denoise(y, t))]).toEqual(new Array(12).fill(0));
});

test("codes are scaled to a mean of 0 and a spread of 1, and decoded by what they were before", async () => {
  const model = make();
  await train(model, 10);
  const codes = await model.encode(toFloats(pictures));
  for (const k of [0, 1, 2]) {
    const column = [...codes].filter((_, i) => i % 3 === k);
    const mean = column.reduce((a, b) => a + b, 0) / column.length;
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    expect(mean).toBeCloseTo(0, 3);
    expect(square).toBeCloseTo(1, 2);
  }
  const {means, spreads} = await model.scale();
  const raw = codes.map((value, i) => means[i % 3]! + spreads[i % 3]! * value);
  expect((await model.decode(codes)).data).toEqual((await model.decodeUnscaled(raw)).data);
});

test("goes on bit-equal from a state of either stage, with codes of the weights put back", async () => {
  const model = make();
  await train(model, 20);
  for (const [steps, more] of [
    [0, 15],
    [25, 5],
  ] as const) {
    await train(model, steps, new Random(5));
    const state = structuredClone(await model.state());
    const expected = await train(model, more, new Random(6));
    const codes = await model.encode(toFloats(pictures));
    model.restore(state);
    expect(await train(model, more, new Random(6))).toEqual(expected);
    expect(await model.encode(toFloats(pictures))).toEqual(codes);
    const other = make();
    other.restore(state);
    expect(await train(other, more, new Random(6))).toEqual(expected);
  }
});

test("steps and questions leave no tensor behind, nor does the model", async () => {
  const before = tf.memory().numTensors;
  const model = new LatentFlow({...options, codeSteps: 2}, new Random(1));
  await train(model, 3);
  const between = tf.memory().numTensors;
  await train(model, 2);
  await model.decode(await model.encode(toFloats(pictures)));
  expect(tf.memory().numTensors).toBe(between);
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
