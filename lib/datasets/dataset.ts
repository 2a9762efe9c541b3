import type {ByteImages} from "../image.js";
import type {Random} from "../random.js";

/** Facts about a set of labelled pictures that are known before its file is read. */
export interface ImageSet {
  /** As in the manifest's keys `<name>-train` and `<name>-test`. */
  readonly name: string;
  readonly title: string;
  /** By label. */
  readonly classNames: readonly string[];
}

/** Labelled pictures. Every prefix whose length is a multiple of the number of classes is balanced. */
export interface ImageDataset extends ImageSet {
  readonly images: ByteImages; // [n, h, w, c]
  readonly labels: Uint8Array; // [n], indices into classNames
}

/** Draws `count` fresh points of a distribution on the plane, [count, 2] in [-1, 1], row-major. */
export type DrawPoints = (random: Random, count: number) => Float32Array;
