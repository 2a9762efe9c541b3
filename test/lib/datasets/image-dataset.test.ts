import {expect, test} from "vitest";
import {writeIdx} from "../../../lib/datasets/idx.js";
import {imageDataset, packImages} from "../../../lib/datasets/image-dataset.js";

const set = {name: "two", title: "two kinds", classNames: ["a", "b"]};
const grey = {
  images: {data: new Uint8Array([1, 2, 3, 4, 5, 6]), shape: [3, 1, 2, 1] as const},
  labels: new Uint8Array([0, 1, 0]),
};

function bytesOf(labels: number[], pixels: number[], shape: number[]): Uint8Array {
  const parts = [
    writeIdx({data: Uint8Array.from(labels), shape: [labels.length]}),
    writeIdx({data: Uint8Array.from(pixels), shape}),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

test("is labels, then pixels", () => {
  expect(packImages(grey)).toEqual(bytesOf([0, 1, 0], [1, 2, 3, 4, 5, 6], [3, 1, 2]));
  expect(imageDataset(set, packImages(grey))).toEqual({...set, ...grey});
});

test("colour pictures keep their channels", () => {
  const colour = {
    images: {data: new Uint8Array([1, 2, 3, 4, 5, 6]), shape: [1, 1, 2, 3] as const},
    labels: new Uint8Array([1]),
  };
  expect(imageDataset(set, packImages(colour))).toEqual({...set, ...colour});
});

test.each([
  ["too few labels", bytesOf([0, 1], [1, 2, 3], [3, 1, 1]), "invalid labels: shape [2] ([3])"],
  [
    "flat pixels",
    bytesOf([0, 1], [1, 2], [2]),
    "invalid pixels: shape [2] ([n, h, w] or [n, h, w, c])",
  ],
  [
    "an unknown class",
    bytesOf([0, 2], [1, 2], [2, 1, 1]),
    "invalid label: 2 of picture 1 (an integer from 0 to 1)",
  ],
  ["bytes left over", Uint8Array.from([...packImages(grey), 0]), "invalid length: 34 bytes (33)"],
])("refuses %s", (_, bytes, message) => {
  expect(() => imageDataset(set, bytes)).toThrow(new RangeError(message));
});
