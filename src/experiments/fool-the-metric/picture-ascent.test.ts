import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import {toFloats} from "../../lib/image.js";
import {type Classifier, featuresAndLogits, loadClassifier} from "../../lib/models/classifier.js";
import {opinionOf} from "../../lib/models/frozen-classifier.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {attackedScores, PictureAscent} from "./picture-ascent.setup.js";

const count = 12;
const start = {
  data: new Random(1).normals(count * 784).map((v) => Math.max(-1, Math.min(1, v / 3 - 0.7))),
  shape: [count, 28, 28, 1] as const,
};
let classifier: Classifier;
let x: tf.Tensor2D;

beforeAll(async () => {
  await startWasm();
  classifier = loadClassifier(dataFiles("classifier-digits")["classifier-digits"]!);
  x = tf.eye(count);
});
afterAll(() => {
  classifier.dispose();
  x.dispose();
});

const ascent = (attack: (typeof attackedScores)[number]) =>
  new PictureAscent({start, attack, classifier, learningRate: 0.02});

test("the frozen pass is the network's own", async () => {
  const outputs = featuresAndLogits(classifier.network);
  const pictures = tf.tensor4d(start.data, [...start.shape]);
  const [features, logits] = outputs.predictOnBatch(pictures) as tf.Tensor[];
  const mine = tf.tidy(() => ({...opinionOf(classifier.network, pictures)}));
  for (const [mineOne, other] of [
    [mine.features, features!],
    [mine.logits, logits!],
  ] as const) {
    const [a, b] = [await mineOne.data(), await other.data()];
    for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i]!, 3);
  }
  tf.dispose([pictures, features!, logits!, mine.features, mine.logits]);
});

describe.each(attackedScores)("%s", (attack) => {
  test("gets better, while the classifier stands still and pixels stay pixels", async () => {
    const before = await classifier.classify(
      toFloats({data: new Uint8Array(784), shape: [1, 28, 28, 1]}),
    );
    const model = ascent(attack);
    expect((await model.pictures()).data).toEqual(start.data);
    const scores: number[] = [];
    for (let step = 0; step < 8; step++) scores.push((await model.step({x})).score);
    const isBetter = (a: number, b: number) => (attack === "frechet" ? a < b : a > b);
    expect(isBetter(scores.at(-1)!, scores[0]!), scores.join()).toBe(true);
    const {data} = await model.pictures();
    expect(Math.max(...data.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(data).not.toEqual(start.data);
    const after = await classifier.classify(
      toFloats({data: new Uint8Array(784), shape: [1, 28, 28, 1]}),
    );
    expect(after.logits).toEqual(before.logits);
    model.dispose();
  });
});

test("a step leaves no tensor behind", async () => {
  const model = ascent("frechet");
  const tensors = tf.memory().numTensors;
  await model.step({x});
  expect(tf.memory().numTensors).toBe(tensors);
  model.dispose();
});
