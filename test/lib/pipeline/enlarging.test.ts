import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {enlarged, enlarging, enlargingBatches, shrunk} from "../../../lib/pipeline/enlarging.js";
import {bytesOf, rasterOf} from "../../../lib/pipeline/raster.js";
import {resized} from "../../../lib/pipeline/resize.js";
import {Random} from "../../../lib/random.js";

const random = new Random(2);
const pictures: ByteImages = {
  data: Uint8Array.from({length: 5 * 4 * 4 * 3}, () => random.integer(256)),
  shape: [5, 4, 4, 3],
};

test("a small pixel is the mean of those that it covers, of each picture and channel by itself", () => {
  const {data, shape} = shrunk(pictures, 2);
  expect(shape).toEqual([5, 2, 2, 3]);
  const at = (picture: number, y: number, x: number, k: number) =>
    pictures.data[((picture * 4 + y) * 4 + x) * 3 + k]!;
  const mean = [0, 1].flatMap((y) => [0, 1].map((x) => at(3, 2 + y, x, 1)));
  expect(data[((3 * 2 + 1) * 2 + 0) * 3 + 1]).toBe(Math.round(mean.reduce((a, b) => a + b) / 4));
});

test("the base knows the bytes of the small picture, and no more", () => {
  const {small, base, truth} = enlarging(pictures, 2);
  expect(truth).toBe(pictures);
  expect(base).toEqual(enlarged(small, 2, "bicubic"));
  const last = bytesOf(resized(rasterOf(small, 4), 4, 4, "bicubic"));
  expect(base.data.subarray(4 * 48)).toEqual(last.data);
});

test("batches have the three of the same picture, each once per epoch, and go on from a state", () => {
  const pairs = enlarging(pictures, 2);
  const source = enlargingBatches(pairs, 5, new Random(3));
  const state = source.state();
  const {x, base, truth} = source.next();
  expect([x.shape, base.shape, truth.shape]).toEqual([
    [5, 2, 2, 3],
    [5, 4, 4, 3],
    [5, 4, 4, 3],
  ]);
  const byteAt = (value: number) => Math.round((value + 1) * 127.5);
  const firsts = new Set<number>();
  for (let i = 0; i < 5; i++) {
    const bytes = [...truth.data.subarray(48 * i, 48 * i + 48)].map(byteAt);
    const place = [0, 1, 2, 3, 4].find((p) => pictures.data[48 * p] === bytes[0]!)!;
    firsts.add(place);
    expect(bytes).toEqual([...pictures.data.subarray(48 * place, 48 * place + 48)]);
    const of = ({data}: {data: Float32Array}, size: number) =>
      [...data.subarray(size * i, size * i + size)].map(byteAt);
    expect(of(x, 12)).toEqual([...pairs.small.data.subarray(12 * place, 12 * place + 12)]);
    expect(of(base, 48)).toEqual([...pairs.base.data.subarray(48 * place, 48 * place + 48)]);
  }
  expect(firsts.size).toBe(5);
  source.restore(state);
  expect(source.next()).toEqual({x, base, truth});
});

test("sides that do not fit, and factors that are none, are refused", () => {
  expect(() => shrunk(pictures, 3)).toThrow("invalid picture size: 4 by 4 (multiples of 3)");
  expect(() => enlarged(pictures, 1.5, "nearest")).toThrow(
    "invalid factor: 1.5 (a whole number from 2 on)",
  );
});
