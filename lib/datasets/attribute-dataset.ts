/**
 * Pictures with several labels each, one for every attribute. Such a set is packed as three arrays in IDX format, one after the
 * other: the labels [n, attributes], a palette of RGB colours [colours, 3], and each pixel's place in it [n, h, w]. The file is
 * that, gzipped.
 */
import {type ByteImages, pick} from "../image.js";
import {readIdx, writeIdx} from "./idx.js";

/** Something that every picture of a set has one of several options of. */
export interface Attribute {
  /** As params, links and weights call it. */
  readonly name: string;
  /** As a reader reads it. */
  readonly label: string;
  /** By label value, in the reader's words. */
  readonly options: readonly string[];
}

/** Facts about such a set that are known before its file is read. */
export interface AttributeSet {
  /** As in the manifest's keys `<name>-train` and `<name>-test`. */
  readonly name: string;
  readonly title: string;
  readonly attributes: readonly Attribute[];
}

export interface AttributeDataset extends AttributeSet {
  readonly images: ByteImages; // [n, h, w, 3]
  /** Indices into each attribute's options, [n, attributes] row-major. */
  readonly labels: Uint8Array;
}

/** The pictures of a packed set: colours, and a place among them for each pixel. */
export interface PaletteImages {
  readonly palette: Uint8Array; // [colours, 3]
  readonly indices: Uint8Array; // [n, h, w]
  readonly shape: readonly [n: number, h: number, w: number];
}

/** The data set in `bytes` (unzipped). Throws a RangeError when they are not a set of that kind. */
export function attributeDataset(set: AttributeSet, bytes: Uint8Array): AttributeDataset {
  const labels = readIdx(bytes);
  const palette = readIdx(bytes, labels.end);
  const pixels = readIdx(bytes, palette.end);
  const [n, h, w] = checkShape("pixels", pixels.shape, [undefined, undefined, undefined]);
  checkShape("labels", labels.shape, [n, set.attributes.length]);
  checkShape("palette", palette.shape, [undefined, 3]);
  if (pixels.end !== bytes.length)
    throw new RangeError(`invalid length: ${bytes.length} bytes (${pixels.end})`);
  checkLabels(labels.data, set.attributes);
  const data = colours(pixels.data, palette.data);
  return {...set, images: {data, shape: [n!, h!, w!, 3]}, labels: new Uint8Array(labels.data)};
}

/** The bytes `attributeDataset` reads. */
export function packAttributes(labels: Uint8Array, images: PaletteImages): Uint8Array {
  const {palette, indices, shape} = images;
  const parts = [
    writeIdx({data: labels, shape: [shape[0], labels.length / shape[0]]}),
    writeIdx({data: palette, shape: [palette.length / 3, 3]}),
    writeIdx({data: indices, shape}),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Where the attribute `name` stands. Throws a RangeError that lists the known ones. */
export function attributeIndex(attributes: readonly Attribute[], name: string): number {
  const index = attributes.findIndex((attribute) => attribute.name === name);
  if (index < 0) {
    const known = attributes.map((attribute) => attribute.name).join(", ");
    throw new RangeError(`unknown attribute: ${name} (one of ${known})`);
  }
  return index;
}

/** The pictures at `indices` with their labels, in that order. */
export function chosenPictures(
  set: AttributeDataset,
  indices: ArrayLike<number>,
): AttributeDataset {
  const width = set.attributes.length;
  const images = pick(set.images, indices);
  const labels = new Uint8Array(indices.length * width);
  for (let i = 0; i < indices.length; i++)
    labels.set(set.labels.subarray(indices[i]! * width, (indices[i]! + 1) * width), i * width);
  return {...set, images, labels};
}

/** The RGB bytes of pixels that are places in a palette. */
function colours(indices: Uint8Array, palette: Uint8Array): Uint8Array {
  const most = palette.length / 3;
  const data = new Uint8Array(3 * indices.length);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (index >= most)
      throw new RangeError(
        `invalid colour: ${index} of pixel ${i} (an integer from 0 to ${most - 1})`,
      );
    for (let k = 0; k < 3; k++) data[3 * i + k] = palette[3 * index + k]!;
  }
  return data;
}

function checkShape(
  what: string,
  shape: readonly number[],
  expected: readonly (number | undefined)[],
): readonly number[] {
  if (shape.length !== expected.length || expected.some((size, i) => size && size !== shape[i]))
    throw new RangeError(
      `invalid ${what}: shape [${shape}] ([${expected.map((size) => size ?? "any")}])`,
    );
  return shape;
}

function checkLabels(labels: Uint8Array, attributes: readonly Attribute[]): void {
  for (const [i, label] of labels.entries()) {
    const {name, options} = attributes[i % attributes.length]!;
    const picture = Math.floor(i / attributes.length);
    if (label >= options.length)
      throw new RangeError(
        `invalid ${name}: ${label} of picture ${picture} (an integer from 0 to ${options.length - 1})`,
      );
  }
}
