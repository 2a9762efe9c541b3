import {expect, test} from "vitest";
import {
  type ByteImages,
  halved,
  imageSize,
  joinedPictures,
  pick,
  toBytes,
  toFloats,
} from "../../lib/image.js";

const allBytes = Uint8Array.from({length: 256}, (_, i) => i);

test("an image's size is h w c, without n", () => {
  expect(imageSize([7, 2, 3, 4])).toBe(24);
});

test("bytes become floats from -1 to 1, and every byte comes back", () => {
  const floats = toFloats({data: allBytes, shape: [1, 16, 16, 1]});
  expect(floats.data[0]).toBe(-1);
  expect(floats.data[255]).toBe(1);
  expect(floats.data[51]).toBeCloseTo(-0.6, 6);
  expect(toBytes(floats)).toEqual({data: allBytes, shape: [1, 16, 16, 1]});
});

test("floats become the nearest byte, clamped; NaN is black", () => {
  const data = new Float32Array([
    -1,
    1,
    0,
    -1.5,
    7,
    Infinity,
    -Infinity,
    NaN,
    1 / 255,
    2.9 / 255 - 1,
  ]);
  const {data: bytes} = toBytes({data, shape: [1, 10, 1, 1]});
  expect([...bytes]).toEqual([0, 255, 128, 0, 255, 255, 0, 0, 128, 1]);
});

test("pick takes pictures in the order asked, with repeats, as copies of the same type", () => {
  const images: ByteImages = {data: allBytes.slice(0, 12), shape: [3, 1, 2, 2]};
  const picked = pick(images, [2, 0, 2]);
  expect(picked).toEqual({
    data: new Uint8Array([8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11]),
    shape: [3, 1, 2, 2],
  });
  picked.data[0] = 99;
  expect(images.data[8]).toBe(8);
  expect(pick(toFloats(images), [1]).data).toEqual(toFloats(images).data.slice(4, 8));
});

test.each([-1, 3, 0.5, Number.NaN])("pick refuses index %d", (index) => {
  const images: ByteImages = {data: allBytes.slice(0, 12), shape: [3, 1, 2, 2]};
  expect(() => pick(images, [0, index])).toThrow(
    `invalid picture index: ${index} (an integer from 0 to 2)`,
  );
});

test("halved pictures have the mean of four pixels for each, picture by picture, channel by channel", () => {
  const data = Float32Array.from({length: 2 * 2 * 4 * 2}, (_, i) => i);
  const {data: half, shape} = halved({data, shape: [2, 2, 4, 2]});
  expect(shape).toEqual([2, 1, 2, 2]);
  const mean = (first: number) => (first + (first + 2) + (first + 8) + (first + 10)) / 4;
  expect([...half]).toEqual([0, 1, 4, 5, 16, 17, 20, 21].map(mean));
  expect(() => halved({data, shape: [2, 1, 8, 2]})).toThrow("invalid picture size: 1 by 8");
});

test("sets of pictures are laid one after the other, and only of one size", () => {
  const set = (n: number, side: number, value: number): ByteImages => ({
    data: new Uint8Array(n * side * side).fill(value),
    shape: [n, side, side, 1],
  });
  const {data, shape} = joinedPictures([set(2, 2, 5), set(0, 2, 6), set(1, 2, 7)]);
  expect(shape).toEqual([3, 2, 2, 1]);
  expect([...data]).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 7, 7, 7, 7]);
  expect(() => joinedPictures([set(1, 2, 0), set(1, 3, 0)])).toThrow(
    "invalid sizes of pictures: 2x2x1, 3x3x1 (one)",
  );
  expect(() => joinedPictures([])).toThrow("invalid sizes of pictures: none (one)");
});
