import {describe, expect, test} from "vitest";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {type LabelledSamples, labelledBatches} from "../../../lib/pipeline/labelled-batches.js";
import {Random} from "../../../lib/random.js";

const side = 5;
/** Picture i has one bright pixel, of value 10 · (i + 1), in its middle; its label is i. */
const dataset: ImageDataset = {
  name: "x",
  title: "x",
  classNames: ["0", "1", "2", "3", "4", "5"],
  images: {
    data: Uint8Array.from({length: 6 * side * side}, (_, p) =>
      p % (side * side) === 12 ? 10 * (Math.floor(p / (side * side)) + 1) : 0,
    ),
    shape: [6, side, side, 1],
  },
  labels: Uint8Array.of(0, 1, 2, 3, 4, 5),
};
const batchesOf = (shift: number, batchSize = 4) =>
  labelledBatches(dataset, {batchSize, shift}, new Random(1));

/** The rows of a batch: label, brightest value, and where it is. */
function rows({x, label}: LabelledSamples) {
  const size = side * side;
  return Array.from(label.data, (label, i) => {
    const pixels = [...x.data.subarray(i * size, (i + 1) * size)];
    const top = Math.max(...pixels);
    return {label, top, place: pixels.indexOf(top)};
  });
}

describe("labelledBatches", () => {
  test("holds pixels in [-1, 1] and the label that belongs to them", () => {
    const batches = batchesOf(0);
    const batch = batches.next();
    expect(batch.x.shape).toEqual([4, side, side, 1]);
    expect(batch.label.shape).toEqual([4]);
    for (const {label, top, place} of rows(batch)) {
      expect(top).toBe(Math.fround((10 * (label + 1)) / 127.5 - 1));
      expect(place).toBe(12);
    }
  });

  test("takes every picture once per epoch", () => {
    const batches = batchesOf(0, 3);
    const labels = [batches.next(), batches.next()].flatMap((b) => rows(b).map((r) => r.label));
    expect(labels.sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("moves pictures by up to the shift each way, never further", () => {
    const batches = batchesOf(1);
    const places = new Set(
      Array.from({length: 60}, () => rows(batches.next()).map(({place}) => place)).flat(),
    );
    expect([...places].sort((a, b) => a - b)).toEqual([6, 7, 8, 11, 12, 13, 16, 17, 18]);
  });

  test("loses what leaves the picture; nothing comes in on the other side", () => {
    const batches = batchesOf(4);
    const values = new Set<number>();
    for (let i = 0; i < 40; i++)
      for (const {top, label} of rows(batches.next()))
        if (top > -1) expect(top).toBe(Math.fround((10 * (label + 1)) / 127.5 - 1));
        else values.add(label);
    expect(values.size, "pictures that were moved out at some time").toBe(6);
  });

  test("goes on with the same bits from a kept place, shifts too", () => {
    const batches = batchesOf(2);
    for (let i = 0; i < 5; i++) batches.next();
    const state = JSON.parse(JSON.stringify(batches.state()));
    const next = [batches.next(), batches.next()];
    const other = batchesOf(2);
    other.restore(state);
    expect([other.next(), other.next()]).toEqual(next);
  });
});
