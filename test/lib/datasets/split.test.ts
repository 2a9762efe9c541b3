import {describe, expect, test} from "vitest";
import type {ImageDataset} from "../../../lib/datasets/dataset.js";
import {firstOf, split} from "../../../lib/datasets/split.js";
import {Random} from "../../../lib/random.js";

/** Blocks of three classes; picture i is the pixel i. */
function pictures(blocks: number): ImageDataset {
  const n = 3 * blocks;
  return {
    name: "x",
    title: "x",
    classNames: ["a", "b", "c"],
    images: {data: Uint8Array.from({length: n}, (_, i) => i), shape: [n, 1, 1, 1]},
    labels: Uint8Array.from({length: n}, (_, i) => i % 3),
  };
}

const parted = (seed: number) => split(pictures(20), 15, new Random(seed));

describe("split", () => {
  test("puts every picture in one part, with its own label", () => {
    const {train, test: held} = parted(1);
    const all = [...train.images.data, ...held.images.data].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({length: 60}, (_, i) => i));
    expect(held.labels).toHaveLength(15);
    for (const {images, labels} of [train, held])
      expect([...labels]).toEqual(Array.from(images.data, (pixel) => pixel % 3));
  });

  test("keeps every prefix of whole blocks balanced", () => {
    const {train, test: held} = parted(2);
    for (const {labels} of [train, held])
      expect([...labels]).toEqual(Array.from(labels, (_, i) => i % 3));
  });

  test("is drawn by its seed", () => {
    expect(parted(3)).toEqual(parted(3));
    expect(parted(3).test.images.data).not.toEqual(parted(4).test.images.data);
    expect([...parted(3).test.images.data]).not.toEqual(Array.from({length: 15}, (_, i) => i));
  });

  test.each([0, 14, 60, 1.5])("refuses %d pictures to test on", (count) => {
    expect(() => split(pictures(20), count, new Random(1))).toThrow(
      `invalid test count: ${count} (a multiple of 3 from 3 to 57)`,
    );
  });
});

test("the first pictures are those, and there are no more than there are", () => {
  const few = firstOf(pictures(2), 4);
  expect([...few.images.data]).toEqual([0, 1, 2, 3]);
  expect([...few.labels]).toEqual([0, 1, 2, 0]);
  expect(() => firstOf(pictures(2), 7)).toThrow(RangeError);
});
