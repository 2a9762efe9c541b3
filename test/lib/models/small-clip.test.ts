import {afterEach, beforeAll, describe, expect, test} from "vitest";
import {directions, emptyTowers} from "../../../lib/models/clip-towers.js";
import {contrastiveLoss} from "../../../lib/models/contrastive-loss.js";
import {trainableWeights} from "../../../lib/models/descent.js";
import {SmallClip} from "../../../lib/models/small-clip.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/clip.json" with {type: "json"};
import {wave} from "../../reference/wave.js";
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);
afterEach(() => tf.disposeVariables());

const [batch, words] = [4, 6];
const tiny = {side: 8, width: 2, words};

const bags = [1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0];
const picture = () => wave(100, 1, [batch, 8, 8, 3]);
const captions = () => tf.tensor2d(bags, [batch, words]);

function expectAlike(values: ArrayLike<number>, expected: readonly number[], name: string): void {
  expect(values.length, name).toBe(expected.length);
  const scale = Math.max(...expected.map(Math.abs));
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value) / scale, `${name} ${i}`).toBeLessThan(2e-5);
}

test("towers, loss and gradients are PyTorch's", async () => {
  const towers = emptyTowers(tiny);
  for (const network of Object.values(towers))
    network.setWeights(
      network.weights.map(({originalName, shape}: tf.LayerVariable) => {
        const k = reference.order.indexOf(originalName);
        expect(k, originalName).toBeGreaterThanOrEqual(0);
        return wave(k, 0.3, shape as number[]);
      }),
    );
  const logScale = tf.variable(tf.scalar(Math.log(1 / 0.07)));
  const seen = (tower: tf.LayersModel, x: tf.Tensor) =>
    directions(tower.apply(x, {training: true}) as tf.Tensor);
  expectAlike(await seen(towers.picture, picture()).data(), reference.pictures, "pictures");
  expectAlike(await seen(towers.text, captions()).data(), reference.captions, "captions");
  const {value, grads} = tf.variableGrads(
    () =>
      contrastiveLoss(
        seen(towers.picture, picture()),
        seen(towers.text, captions()),
        tf.exp(logScale) as tf.Scalar,
      ),
    [...trainableWeights(towers.picture, towers.text), logScale],
  );
  expectAlike(await value.data(), reference.loss, "loss");
  expectAlike(await grads[logScale.name]!.data(), reference.logScale, "logScale");
  for (const {originalName, name} of [...towers.picture.weights, ...towers.text.weights]) {
    const expected = reference.weights[originalName as keyof typeof reference.weights];
    expectAlike(await grads[name]!.data(), expected, originalName);
  }
});

describe("contrastiveLoss", () => {
  const rows = (...values: number[][]) => tf.tensor2d(values);
  const lossOf = async (p: tf.Tensor2D, t: tf.Tensor2D, scale = 1) =>
    (await contrastiveLoss(p, t, tf.scalar(scale)).data())[0]!;

  test("who says the same of all knows nothing: ln B", async () => {
    const same = rows([1, 0], [1, 0], [1, 0]);
    expect(await lossOf(same, same, 20)).toBeCloseTo(Math.log(3), 5);
  });

  test("by hand: two pairs at right angles, and a scale of 2", async () => {
    const axes = rows([1, 0], [0, 1]);
    expect(await lossOf(axes, axes, 2)).toBeCloseTo(Math.log(1 + Math.exp(-2)), 5);
    expect(await lossOf(axes, rows([0, 1], [1, 0]), 2)).toBeCloseTo(
      2 + Math.log(1 + Math.exp(-2)),
      5,
    );
  });

  test("pictures and captions have the same say, and the order of pairs does not matter", async () => {
    const random = new Random(3);
    const drawn = () => directions(tf.tensor2d(random.normals(12), [4, 3]));
    const [p, t] = [drawn(), drawn()];
    expect(await lossOf(t, p, 5)).toBeCloseTo(await lossOf(p, t, 5), 5);
    const order = tf.tensor1d([2, 0, 3, 1], "int32");
    expect(await lossOf(tf.gather(p, order), tf.gather(t, order), 5)).toBeCloseTo(
      await lossOf(p, t, 5),
      5,
    );
  });
});

describe("SmallClip", () => {
  const options = {...tiny, learningRate: 0.01, decaySteps: 0};
  const pairs = () => ({x: picture(), words: captions()});

  test("learns one batch by heart, and to be surer of it", async () => {
    const model = new SmallClip(options, new Random(1));
    const first = await model.step(pairs());
    let last = first;
    for (let i = 0; i < 150; i++) last = await model.step(pairs());
    expect(first.temperature).toBeCloseTo(0.07, 5);
    expect(first.loss).toBeGreaterThan(0.5);
    expect(last.loss).toBeLessThan(0.05);
    expect(last.temperature).toBeLessThan(first.temperature);
    model.dispose();
  });

  test("pictures and words become directions of length 1, rows apart", async () => {
    const model = new SmallClip(options, new Random(1));
    const found = await model.embedWords(Float32Array.from(bags));
    expect(found.length).toBe(32 * batch);
    for (let i = 0; i < batch; i++) {
      const row = found.subarray(32 * i, 32 * (i + 1));
      expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    }
    const image = {data: new Float32Array(192).fill(0.5), shape: [1, 8, 8, 3]} as const;
    expect((await model.embedPictures(image)).length).toBe(32);
    model.dispose();
  });

  test("goes on bit-equal from a state in another model, and frees all", async () => {
    const before = tf.memory().numTensors;
    const batchOf = pairs();
    const model = new SmallClip(options, new Random(1));
    for (let i = 0; i < 3; i++) await model.step(batchOf);
    const middle = structuredClone(await model.state());
    for (let i = 0; i < 3; i++) await model.step(batchOf);
    const end = await model.state();
    const other = new SmallClip(options, new Random(2));
    other.restore(middle);
    for (let i = 0; i < 3; i++) await other.step(batchOf);
    expect(await other.state()).toEqual(end);
    expect(Object.keys(end)).toContain("logScale");
    model.dispose();
    other.dispose();
    tf.dispose(batchOf);
    expect(tf.memory().numTensors).toBe(before);
  });

  test("a caption without a known word has no direction, and nothing breaks", async () => {
    const model = new SmallClip(options, new Random(1));
    expect([...(await model.embedWords(new Float32Array(words)))]).toEqual(new Array(32).fill(0));
    model.dispose();
  });
});
