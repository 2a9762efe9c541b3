import {describe, expect, test} from "vitest";
import {type CaptionedOptions, captionedBatches} from "../../../lib/pipeline/captioned-batches.js";
import {Random} from "../../../lib/random.js";

const [count, side, words] = [6, 4, 5];
const size = side * side;

/** Picture i has one dark pixel, of value 10 · i, at (1, 0); its caption has the words i and 0 … i. */
const set = {
  images: {
    data: Uint8Array.from({length: count * size}, (_, p) =>
      p % size === side ? 10 * Math.floor(p / size) : 255,
    ),
    shape: [count, side, side, 1],
  },
  bags: Float32Array.from({length: count * words}, (_, k) =>
    k % words <= Math.floor(k / words) ? 1 : 0,
  ),
} as const;
const plain: CaptionedOptions = {batchSize: 3, shift: 0, flips: false, wordDrop: 0};
const batchesOf = (changes: Partial<CaptionedOptions> = {}) =>
  captionedBatches(set, {...plain, ...changes}, new Random(1));

/** Of each picture of some batches: which one it is, where its pixel stands, and how many words came with it. */
function rowsOf(batches: ReturnType<typeof batchesOf>, times: number) {
  return Array.from({length: times}, () => batches.next()).flatMap(({x, words: bags}) =>
    Array.from({length: x.shape[0]!}, (_, i) => {
      const pixels = [...x.data.subarray(i * size, (i + 1) * size)];
      const place = pixels.findIndex((value) => value < 1);
      return {
        which: place < 0 ? undefined : Math.round(((pixels[place]! + 1) * 127.5) / 10),
        place,
        words: [...bags.data.subarray(i * words, (i + 1) * words)],
      };
    }),
  );
}

describe("captionedBatches", () => {
  test("each picture comes with its own words, once an epoch", () => {
    const rows = rowsOf(batchesOf(), 2);
    expect(rows.map(({which}) => which).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const {which, place, words: bag} of rows) {
      expect(place).toBe(side);
      expect(bag).toEqual([...set.bags.subarray(which! * words, (which! + 1) * words)]);
    }
  });

  test("half of the pictures are mirrored, if so asked", () => {
    const places = rowsOf(batchesOf({flips: true}), 100).map(({place}) => place);
    const mirrored = places.filter((place) => place === 2 * side - 1).length;
    expect(new Set(places)).toEqual(new Set([side, 2 * side - 1]));
    expect(Math.abs(mirrored / places.length - 0.5)).toBeLessThan(0.1);
  });

  test("pictures move by up to the shift, and white comes in", () => {
    const places = new Set(rowsOf(batchesOf({shift: 1}), 100).map(({place}) => place));
    expect(places).toEqual(new Set([0, 1, 4, 5, 8, 9, -1]));
  });

  test("a share of the words is dropped, and one always stays", () => {
    const rows = rowsOf(batchesOf({wordDrop: 0.9}), 200);
    const counts = rows.map(({words: bag}) => bag.reduce((sum, each) => sum + each, 0));
    expect(Math.min(...counts)).toBe(1);
    const all = rows.filter(({which}) => which === 5);
    const kept = all.flatMap(({words: bag}) => bag).reduce((sum, each) => sum + each, 0);
    expect(kept / (5 * all.length)).toBeLessThan(0.35);
  });

  test("goes on from its place with the same chance", () => {
    const options = {shift: 1, flips: true, wordDrop: 0.5};
    const batches = batchesOf(options);
    batches.next();
    const state = structuredClone(batches.state());
    const next = batches.next();
    const other = batchesOf(options);
    other.restore(state);
    expect(other.next()).toEqual(next);
  });
});
