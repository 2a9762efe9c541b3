import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFile} from "../../data/data-file.js";
import type {NamedArrays} from "../../lib/array.js";
import {imageDataset, packImages} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {adjustedRandIndex} from "../../lib/metrics/adjusted-rand-index.js";
import {contingencyTable} from "../../lib/metrics/contingency-table.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {sortingWithoutLabels} from "./experiment.js";
import {makeSortingWithoutLabels} from "./setup.js";

const bytes = dataFile("digits-train");
const all = imageDataset(findImageSet("digits"), bytes);

const make = setupMaker(sortingWithoutLabels, makeSortingWithoutLabels, {width: 32});

let setup: Setup;
beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 60);
});
afterAll(() => setup.dispose());

test("a picture of the run has a place, a cluster and a label for each of 2,000 pictures", async () => {
  const {codes, clusters, labels, pictures, drawings, means} = await setup.snapshot();
  expect(codes!.shape).toEqual([2000, 2]);
  expect(codes!.data.every(Number.isFinite)).toBe(true);
  expect(new Set(clusters!.data).size).toBe(10);
  for (let k = 0; k < 10; k++)
    expect(labels!.data.filter((label) => label === k)).toHaveLength(200);
  expect(pictures!.shape).toEqual([500, 28, 28, 1]);
  expect(drawings!.shape).toEqual([10, 28, 28, 1]);
  expect(means!.shape).toEqual([10, 28, 28, 1]);
});

test("every place is in the cluster whose centre is nearest: k-means has come to its end", async () => {
  const {codes, clusters} = await setup.snapshot();
  const sums = Array.from({length: 10}, () => [0, 0, 0] as [number, number, number]);
  clusters!.data.forEach((cluster, i) => {
    sums[cluster]![0] += codes!.data[2 * i]!;
    sums[cluster]![1] += codes!.data[2 * i + 1]!;
    sums[cluster]![2] += 1;
  });
  const distance = (i: number, cluster: number) => {
    const [x, y, n] = sums[cluster]!;
    return Math.hypot(codes!.data[2 * i]! - x / n, codes!.data[2 * i + 1]! - y / n);
  };
  clusters!.data.forEach((cluster, i) => {
    for (let other = 0; other < 10; other++)
      expect(distance(i, cluster)).toBeLessThanOrEqual(distance(i, other) + 1e-4);
  });
});

test("measures agree with the picture, beat chance, and draw better than the mean picture", async () => {
  const {clusters, labels} = await setup.snapshot();
  const measured = await setup.measure();
  const {scalars, floors} = measured;
  const table = contingencyTable(clusters!.data, labels!.data, 10, 10);
  expect(scalars.adjustedRand).toBeCloseTo(adjustedRandIndex(table), 12);
  for (const name of ["adjustedRand", "mutualInformation", "purity"])
    expect(scalars[name], name).toBeGreaterThan(2 * floors[name]!.high);
  expect(floors.adjustedRand!.high).toBeLessThan(0.02);
  expect(scalars.reconstruction).toBeLessThan(floors.reconstruction!.low);
  for (const [name, interval] of Object.entries(measured.intervals!)) {
    expect(interval!.low, name).toBeLessThan(scalars[name]!);
    expect(interval!.high, name).toBeGreaterThan(scalars[name]!);
  }
  expect(await setup.measure(), "and are the same when measured again").toEqual(measured);
});

test("labels have no part in it: with others, everything but labels and agreement is the same", async () => {
  const blind = packImages({images: all.images, labels: all.labels.map((_, i) => i % 10)});
  const turned = packImages({
    images: all.images,
    labels: all.labels.map((label) => (label * 3 + 1) % 10),
  });
  const others = [
    await trained(await make({}, {files: {"digits-train": blind}}), 3),
    await trained(await make({}, {files: {"digits-train": turned}}), 3),
  ];
  const pictures = (await Promise.all(others.map((each) => each.snapshot()))) as [
    NamedArrays,
    NamedArrays,
  ];
  const [{labels: first, ...rest}, {labels: second, ...same}] = pictures;
  expect(rest).toStrictEqual(same);
  expect(first).not.toEqual(second);
  expect(await others[0]!.model.state()).toStrictEqual(await others[1]!.model.state());
  for (const each of others) each.dispose();
});

test("features and clusters change at once, touch no weight, and come back the same", async () => {
  const before = structuredClone(await setup.model.state());
  const first = await setup.snapshot();
  setup.model.set("clusters", 4);
  const {means, clusters, codes} = await setup.snapshot();
  expect(means!.shape[0]).toBe(4);
  expect(new Set(clusters!.data)).toEqual(new Set([0, 1, 2, 3]));
  expect(codes).toEqual(first.codes);
  setup.model.set("features", "pixels");
  expect((await setup.snapshot()).clusters).not.toEqual(clusters);
  expect(Object.keys((await setup.measure()).scalars)).toContain("purity");
  setup.model.set("features", "codes");
  setup.model.set("clusters", 10);
  expect(await setup.snapshot()).toEqual(first);
  expect(await setup.model.state()).toStrictEqual(before);
  expect(["features", "clusters", "learningRate"].map((name) => setup.shows?.(name))).toEqual([
    true,
    true,
    false,
  ]);
  expect(() => setup.model.set("width", 4)).toThrow("unknown live param: width");
});

test("straightening is of the pictures alone, and may be left out", async () => {
  const plain = await make({straighten: false});
  const shown = (await plain.snapshot()).pictures as ByteImages;
  const straight = (await setup.snapshot()).pictures as ByteImages;
  const keys = new Set(all.images.data.length > 0 ? keysOf(all.images) : []);
  expect(keysOf(pick(shown, [0, 1, 2])).every((key) => keys.has(key))).toBe(true);
  expect(keysOf(straight).filter((key) => keys.has(key)).length).toBeLessThan(250);
  plain.dispose();
});

/** Each picture as a string of its bytes. */
function keysOf(images: ByteImages): string[] {
  const size = imageSize(images.shape);
  return Array.from({length: images.shape[0]}, (_, i) =>
    Buffer.from(images.data.subarray(i * size, (i + 1) * size)).toString("base64"),
  );
}

test("no picture that is sorted is learned from, whatever the seed", async () => {
  const sorted = keysOf((await setup.snapshot()).pictures as ByteImages);
  const other = await make({batchSize: 80}, {seed: 2});
  const seen = new Set<string>();
  for (let i = 0; i < 100; i++) {
    const {x} = other.batches.next();
    const data = Uint8Array.from(x.dataSync(), (value) => Math.round((value + 1) * 127.5));
    for (const key of keysOf({data, shape: [80, 28, 28, 1]})) seen.add(key);
    x.dispose();
  }
  expect(seen.size).toBe(8000);
  for (const key of sorted) expect(seen.has(key)).toBe(false);
  other.dispose();
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await make();
  await other.snapshot();
  await other.measure();
  for (const network of ["encoder", "decoder"]) tf.dispose(other.probe(network));
  tf.dispose(other.batches.next());
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("a missing file is named", async () => {
  await expect(make({}, {files: {}})).rejects.toThrow("missing file: digits-train");
});
