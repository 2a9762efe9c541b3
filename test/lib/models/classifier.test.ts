import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {beforeAll, describe, expect, test} from "vitest";
import manifest from "../../../data/manifest.json" with {type: "json"};
import {packBundle, unpackBundle} from "../../../lib/bundle.js";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {imageDataset} from "../../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../../lib/datasets/index.js";
import {type Images, pick, toFloats} from "../../../lib/image.js";
import {accuracy, topClasses} from "../../../lib/metrics/accuracy.js";
import {classCoverage} from "../../../lib/metrics/class-coverage.js";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {type Classifier, featureCount, loadClassifier} from "../../../lib/models/classifier.js";
import {Random} from "../../../lib/random.js";
import * as tf from "../../../lib/tf.js";
import reference from "../../reference/classifier.json" with {type: "json"};
import {startWasm} from "../../wasm.js";

beforeAll(startWasm);

function unzipped(key: keyof typeof manifest.files): Uint8Array {
  return gunzipSync(
    readFileSync(new URL(`../../../data/${manifest.files[key].file}`, import.meta.url)),
  );
}

function distance(classifier: Classifier, features: Float32Array): number {
  return frechetDistance(featureStatistics(features, featureCount), classifier.reference);
}

describe.each(["digits", "clothes"] as const)("the packed classifier of %s", (name) => {
  const set = (split: "train" | "test"): ImageDataset =>
    imageDataset(findImageSet(name), unzipped(`${name}-${split}`));
  const testSet = set("test");
  let classifier: Classifier;
  beforeAll(() => {
    classifier = loadClassifier(unzipped(`classifier-${name}`));
  });

  test("agrees with PyTorch on features and logits", async () => {
    const {features, logits} = await classifier.classify(
      toFloats(pick(testSet.images, reference.indices)),
    );
    const expected = reference[name];
    const largest = Math.max(...expected.features, ...expected.logits.map(Math.abs));
    for (const [ours, theirs] of [
      [features, expected.features],
      [logits, expected.logits],
    ] as const) {
      expect(ours).toHaveLength(theirs.length);
      ours.forEach((value, i) => {
        expect(Math.abs(value - theirs[i]!) / largest).toBeLessThan(1e-5);
      });
    }
  });

  test("is as accurate on the 2,000 test pictures as the manifest says, and enough so", async () => {
    const {logits, probabilities} = await classifier.classify(toFloats(testSet.images));
    const {share} = accuracy(testSet.labels, topClasses(logits, 10));
    expect(share).toBe(manifest.files[`classifier-${name}`].details.testAccuracy);
    expect(share).toBeGreaterThanOrEqual({digits: 0.985, clothes: 0.88}[name]);
    expect(classCoverage(probabilities, 10).covered).toBe(10);
  });

  test("carries the statistics of the training pictures' features", async () => {
    const {features} = await classifier.classify(toFloats(set("train").images));
    const {count, mean, covariance} = featureStatistics(features, featureCount);
    const largest = Math.max(...covariance);
    expect(classifier.reference.count).toBe(count);
    mean.forEach((value, i) => {
      expect(classifier.reference.mean[i]).toBeCloseTo(value, 4);
    });
    covariance.forEach((value, i) => {
      expect(Math.abs(classifier.reference.covariance[i]! - value) / largest).toBeLessThan(1e-5);
    });
  });

  test("real test pictures score within the floor; noise and one class alone far above", async () => {
    const {features} = await classifier.classify(toFloats(testSet.images));
    const {low, high} = classifier.reference.floorAt(512);
    const rows = (keep: (i: number) => boolean) =>
      features.filter((_, i) => keep(Math.floor(i / featureCount)));
    const inside = [0, 1, 2].map((third) => {
      const order = new Random(99).permutation(2000).slice(third * 512, (third + 1) * 512);
      const chosen = new Set(order);
      return distance(
        classifier,
        rows((i) => chosen.has(i)),
      );
    });
    for (const value of inside) {
      expect(value).toBeGreaterThan(0.9 * low);
      expect(value).toBeLessThan(1.1 * high);
    }
    expect(
      distance(
        classifier,
        rows((i) => testSet.labels[i] === 3),
      ),
    ).toBeGreaterThan(10 * high);
    const noise: Images = {data: new Random(1).normals(200 * 784), shape: [200, 28, 28, 1]};
    const onNoise = await classifier.classify(noise);
    expect(distance(classifier, onNoise.features)).toBeGreaterThan(20 * high);
  });
});

describe("loadClassifier", () => {
  const bytes = unzipped("classifier-digits");

  test("gives the same bits however many pictures come at once, and leaks nothing", async () => {
    const classifier = loadClassifier(bytes);
    const pixels = new Random(2).normals(300 * 784);
    const all = await classifier.classify({data: pixels, shape: [300, 28, 28, 1]});
    const before = tf.memory().numTensors;
    const one = await classifier.classify({
      data: pixels.subarray(299 * 784),
      shape: [1, 28, 28, 1],
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(one.logits).toEqual(all.logits.slice(2990));
    expect(one.features).toEqual(all.features.slice(299 * featureCount));
    classifier.dispose();
  });

  test("gives probabilities that sum to 1", async () => {
    const classifier = loadClassifier(bytes);
    const {probabilities} = await classifier.classify({
      data: new Random(3).normals(5 * 784).map((value) => 30 * value),
      shape: [5, 28, 28, 1],
    });
    for (let row = 0; row < 5; row++) {
      const sum = probabilities.slice(10 * row, 10 * row + 10).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 5);
    }
    classifier.dispose();
  });

  test("takes no pictures at all, and gives back every tensor when disposed", async () => {
    const before = tf.memory().numTensors;
    const classifier = loadClassifier(bytes);
    const {count, features} = await classifier.classify({
      data: new Float32Array(0),
      shape: [0, 28, 28, 1],
    });
    expect([count, features.length]).toEqual([0, 0]);
    classifier.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test("refuses pictures of another size", async () => {
    const classifier = loadClassifier(bytes);
    const wide: Images = {data: new Float32Array(28 * 32), shape: [1, 28, 32, 1]};
    await expect(classifier.classify(wide)).rejects.toThrow(
      "invalid picture shape: 28x32x1 (28x28x1)",
    );
    classifier.dispose();
  });

  test("refuses a file without a weight or with one of another shape, and leaks nothing", () => {
    const before = tf.memory().numTensors;
    const {arrays} = unpackBundle(bytes);
    const {"conv2/bias": bias, ...rest} = arrays;
    expect(() => loadClassifier(packBundle({}, rest))).toThrow("missing weight: conv2/bias");
    const short = {data: bias!.data.slice(1), shape: [31]};
    expect(() => loadClassifier(packBundle({}, {...arrays, "conv2/bias": short}))).toThrow(
      "invalid shape of conv2/bias: 31 (32)",
    );
    expect(tf.memory().numTensors).toBe(before);
  });
});
