import {expect, test} from "vitest";
import {
  type AttributeSet,
  attributeDataset,
  attributeIndex,
  chosenPictures,
  packAttributes,
} from "../../../lib/datasets/attribute-dataset.js";
import {writeIdx} from "../../../lib/datasets/idx.js";

const set: AttributeSet = {
  name: "two",
  title: "two kinds of two things",
  attributes: [
    {name: "hat", label: "hat", options: ["none", "red"]},
    {name: "size", label: "size", options: ["small", "middle", "large"]},
  ],
};
const labels = new Uint8Array([0, 2, 1, 0]);
const images = {
  palette: new Uint8Array([1, 2, 3, 10, 20, 30]),
  indices: new Uint8Array([1, 0, 0, 0]),
  shape: [2, 1, 2] as const,
};
const packed = packAttributes(labels, images);

test("is labels, then a palette, then each pixel's place in it", () => {
  const parts = [
    writeIdx({data: labels, shape: [2, 2]}),
    writeIdx({data: images.palette, shape: [2, 3]}),
    writeIdx({data: images.indices, shape: [2, 1, 2]}),
  ];
  expect(packed).toEqual(Uint8Array.from(parts.flatMap((part) => [...part])));
  expect(attributeDataset(set, packed)).toEqual({
    ...set,
    labels,
    images: {
      data: new Uint8Array([10, 20, 30, 1, 2, 3, 1, 2, 3, 1, 2, 3]),
      shape: [2, 1, 2, 3],
    },
  });
});

test("chosen pictures keep their labels", () => {
  const one = chosenPictures(attributeDataset(set, packed), [1]);
  expect(one.images).toEqual({data: new Uint8Array([1, 2, 3, 1, 2, 3]), shape: [1, 1, 2, 3]});
  expect(one.labels).toEqual(new Uint8Array([1, 0]));
});

test("an attribute is found by its name", () => {
  expect(attributeIndex(set.attributes, "size")).toBe(1);
  expect(() => attributeIndex(set.attributes, "age")).toThrow(
    "unknown attribute: age (one of hat, size)",
  );
});

test.each([
  [
    "labels of another number of attributes",
    packAttributes(new Uint8Array([0, 1]), images),
    "invalid labels: shape [2,1] ([2,2])",
  ],
  [
    "an option that there is not",
    packAttributes(new Uint8Array([0, 2, 2, 0]), images),
    "invalid hat: 2 of picture 1 (an integer from 0 to 1)",
  ],
  [
    "a colour that there is not",
    packAttributes(labels, {...images, indices: new Uint8Array([0, 0, 2, 0])}),
    "invalid colour: 2 of pixel 2 (an integer from 0 to 1)",
  ],
  ["bytes left over", Uint8Array.from([...packed, 0]), "invalid length: 55 bytes (54)"],
])("refuses %s", (_, bytes, message) => {
  expect(() => attributeDataset(set, bytes)).toThrow(new RangeError(message));
});
