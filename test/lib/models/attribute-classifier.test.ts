import {beforeAll, describe, expect, test} from "vitest";
import {attributeLoss} from "../../../data/attribute-step.js";
import {dataFile} from "../../../data/data-file.js";
import manifest from "../../../data/manifest.json" with {type: "json"};
import {packBundle, unpackBundle} from "../../../lib/bundle.js";
import {attributeDataset} from "../../../lib/datasets/attribute-dataset.js";
import {faces} from "../../../lib/datasets/faces.js";
import {pick, toFloats} from "../../../lib/image.js";
import {attributeAgreement} from "../../../lib/metrics/attribute-agreement.js";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {
  type AttributeAnswers,
  type AttributeClassifier,
  choicesOf,
  featureCount,
  loadAttributeClassifier,
  optionColumns,
  optionCount,
} from "../../../lib/models/attribute-classifier.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const {attributes} = faces;
const few = [
  {name: "a", label: "a", options: ["x", "y"]},
  {name: "b", label: "b", options: ["x", "y", "z"]},
];
const bytes = dataFile("classifier-faces");
const testSet = attributeDataset(faces, dataFile("faces-test"));

beforeAll(startWasm);

test("options stand one attribute after the other", () => {
  expect(optionCount(few)).toBe(5);
  expect(optionColumns(few)).toEqual([
    [0, 2],
    [2, 5],
  ]);
});

test("probabilities are a softmax within each attribute, and the likeliest is chosen", () => {
  const logits = Float32Array.from([0, Math.log(3), 1000, 1000, -1000]);
  const {choices, probabilities} = choicesOf(few, logits);
  expect([...choices]).toEqual([1, 0]);
  expect([...probabilities].map((p) => Math.round(1e6 * p) / 1e6)).toEqual([
    0.25, 0.75, 0.5, 0.5, 0,
  ]);
});

test("the loss is the sum of the attributes' cross-entropies", () => {
  const loss = tf.tidy(() =>
    attributeLoss(
      tf.tensor2d([
        [0, Math.log(3), 0, 0, 0],
        [0, 0, 5, 5, 5],
      ]),
      tf.tensor2d(
        [
          [1, 2],
          [0, 1],
        ],
        undefined,
        "int32",
      ),
      few,
    ).dataSync(),
  );
  expect(loss[0]).toBeCloseTo((Math.log(4 / 3) + Math.log(2)) / 2 + Math.log(3), 5);
});

describe("the packed classifier of faces", () => {
  let classifier: AttributeClassifier;
  let answers: AttributeAnswers;
  beforeAll(async () => {
    classifier = loadAttributeClassifier(attributes, bytes);
    answers = await classifier.classify(toFloats(testSet.images));
  });

  test("is as accurate, attribute by attribute, as the manifest says", () => {
    const {byAttribute, mean} = attributeAgreement(
      testSet.labels,
      answers.choices,
      attributes.length,
    );
    const {details} = manifest.files["classifier-faces"];
    for (const [a, {name}] of attributes.entries()) {
      const said = details[`testAccuracy:${name}` as "testAccuracy:glasses"];
      expect(byAttribute[a]!.share, name).toBeCloseTo(said, 3);
      expect(said, name).toBeGreaterThan(0.97);
    }
    expect(mean).toBeCloseTo(details.meanTestAccuracy, 3);
  });

  test("held-out faces are within the floor of the Fréchet distance", () => {
    const features = answers.features.subarray(0, 256 * featureCount);
    const distance = frechetDistance(
      featureStatistics(features, featureCount),
      classifier.reference,
    );
    const {low, high} = classifier.reference.floorAt(256);
    expect(distance).toBeGreaterThan(low / 2);
    expect(distance).toBeLessThan(high * 2);
  });

  test("says the same in chunks, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const some = await classifier.classify(toFloats(pick(testSet.images, [300, 7])));
    expect(tf.memory().numTensors).toBe(before);
    const width = attributes.length;
    const rows = [300, 7].flatMap((i) => [...answers.choices.subarray(i * width, (i + 1) * width)]);
    expect([...some.choices]).toEqual(rows);
  });

  test("refuses pictures of another size", async () => {
    const small = {data: new Float32Array(28 * 28), shape: [1, 28, 28, 1] as const};
    await expect(classifier.classify(small)).rejects.toThrow(
      "invalid picture shape: 28x28x1 (32x32x3)",
    );
  });

  test("weights that do not fit are refused, and nothing is left behind", () => {
    const {header, arrays} = unpackBundle(bytes);
    const {"logits/bias": _, ...rest} = arrays;
    const before = tf.memory().numTensors;
    expect(() => loadAttributeClassifier(attributes, packBundle(header, rest))).toThrow(
      "missing weight: logits/bias",
    );
    expect(tf.memory().numTensors).toBe(before);
    classifier.dispose();
  });
});
