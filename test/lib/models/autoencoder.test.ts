import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {NamedArrays} from "../../../lib/array.js";
import {meanSquaredError} from "../../../lib/metrics/mean-squared-error.js";
import {Autoencoder} from "../../../lib/models/autoencoder.js";
import {encode, logitsOf} from "../../../lib/models/autoencoder-networks.js";
import {generateImages} from "../../../lib/models/generate.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const options = {width: 32, learningRate: 0.01, averaging: 0.9};
const make = (seed = 1, changes = {}) =>
  new Autoencoder({...options, ...changes}, new Random(seed));
const rows = 8;
/** Bars: picture i is white in three of its rows, lower for a greater i. */
const pixels = Float32Array.from({length: rows * 784}, (_, p) => {
  const [i, row] = [Math.floor(p / 784), Math.floor((p % 784) / 28)];
  return row >= 3 * i && row < 3 * i + 3 ? 1 : -1;
});
const images = {data: pixels, shape: [rows, 28, 28, 1] as const};
let batch: tf.Tensor4D;

beforeAll(async () => {
  await startWasm();
  batch = tf.tensor4d(pixels, [rows, 28, 28, 1]);
});
afterAll(() => batch.dispose());

async function stateAfter(model: Autoencoder, steps: number): Promise<NamedArrays> {
  for (let i = 0; i < steps; i++) await model.step({x: batch});
  return model.state();
}

const part = (state: NamedArrays, prefix: string) =>
  Object.entries(state).filter(([name]) => name.startsWith(`${prefix}/`));

describe("Autoencoder", () => {
  test("learns to draw eight bars from two numbers each", async () => {
    const model = make();
    const first = await model.step({x: batch});
    let last = first;
    for (let i = 0; i < 400; i++) last = await model.step({x: batch});
    expect(first.loss).toBeGreaterThan(0.5);
    expect(last.loss).toBeLessThan(0.1);
    const codes = await encode(model.networks.encoder, images);
    expect(codes).toHaveLength(2 * rows);
    const drawn = await generateImages(model.networks.decoder, codes);
    expect(meanSquaredError(images, drawn)).toBeLessThan(0.03);
    model.dispose();
  });

  test("its loss is the cross-entropy of pixels: ln 2 for a decoder that says a half", async () => {
    const model = make();
    const state = await model.state();
    const zero = Object.fromEntries(
      Object.entries(state).map(([name, array]) => [
        name,
        /decoder\/pixels/.test(name) ? {...array, data: array.data.map(() => 0)} : array,
      ]),
    );
    model.restore(zero);
    const {loss} = await model.step({x: batch});
    expect(loss).toBeCloseTo(Math.LN2, 6);
    model.dispose();
  });

  test("pixels are what the logits say: 2 sigma - 1", async () => {
    const model = make();
    const {decoder} = model.networks;
    const codes = tf.tensor2d([0.3, -0.8, 1.5, 0.2], [2, 2]);
    const [logits, drawn] = tf.tidy(() => [logitsOf(decoder, codes), decoder.predict(codes)]) as [
      tf.Tensor,
      tf.Tensor,
    ];
    const values = await drawn.data();
    (await logits.data()).forEach((logit, i) => {
      expect(values[i]).toBeCloseTo(2 / (1 + Math.exp(-logit)) - 1, 5);
    });
    tf.dispose([codes, logits, drawn]);
    model.dispose();
  });

  test("keeps the plane's size: the codes of a batch have no mean and a variance of one", async () => {
    const model = make(1, {averaging: 0});
    for (let i = 0; i < 30; i++) await model.step({x: batch});
    const codes = await encode(model.networks.encoder, images);
    for (const axis of [0, 1]) {
      const values = [...codes].filter((_, i) => i % 2 === axis);
      const mean = values.reduce((a, b) => a + b, 0) / rows;
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / rows;
      expect(Math.abs(mean)).toBeLessThan(0.2);
      expect(Math.abs(variance - 1)).toBeLessThan(0.3);
    }
    model.dispose();
  });

  test("moves every weight but the code's scale and offset", async () => {
    const model = make();
    const before = await model.state();
    const after = await stateAfter(model, 3);
    for (const [name, {data}] of part(after, "learner")) {
      const isFixed = /code\/(gamma|beta)/.test(name);
      expect(`${data}` === `${before[name]!.data}`, name).toBe(isFixed);
    }
    model.dispose();
  });

  test("goes on bit-equal from a state in another model, and refuses one that does not fit", async () => {
    const model = make();
    const middle = structuredClone(await stateAfter(model, 3));
    const end = await stateAfter(model, 3);
    const other = make(2);
    other.restore(middle);
    expect(await stateAfter(other, 3)).toStrictEqual(end);
    const wide = make(1, {width: 64});
    const foreign = await wide.state();
    const before = structuredClone(await other.state());
    expect(() => other.restore(foreign)).toThrow(/invalid shape of learner\/encoder/);
    expect(await other.state()).toStrictEqual(before);
    for (const each of [model, other, wide]) each.dispose();
  });

  test("its version changes with its weights and only then", async () => {
    const model = make();
    const versions = [model.version];
    await model.step({x: batch});
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
    model.set("learningRate", 0);
    const before = await model.state();
    const after = await stateAfter(model, 1);
    const kernels = (state: NamedArrays) =>
      part(state, "learner").filter(([name]) => !name.includes("moving"));
    expect(kernels(after)).toStrictEqual(kernels(before));
    expect(() => model.set("width", 4)).toThrow("unknown live param: width (one of learningRate)");
    expect(() => model.set("learningRate", "fast")).toThrow("invalid learningRate: fast");
    model.dispose();
  });

  test("refuses pictures of another size", async () => {
    const model = make();
    const small = {data: new Float32Array(9), shape: [1, 3, 3, 1] as const};
    await expect(encode(model.networks.encoder, small)).rejects.toThrow(
      "invalid picture shape: 3x3x1 (28x28x1)",
    );
    model.dispose();
  });

  test("leaks no tensor, and leaves none when it is disposed of", async () => {
    const start = tf.memory().numTensors;
    const model = make();
    await model.step({x: batch});
    const before = tf.memory().numTensors;
    for (let i = 0; i < 3; i++) await model.step({x: batch});
    await encode(model.networks.encoder, images);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    expect(tf.memory().numTensors).toBe(start);
  });
});
