/**
 * When a convolution is done by minimal filtering (see assembly/winograd.ts). It needs about half the
 * products, and pays where there are enough channels for the way to points and back to be short beside them.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Heap} from "./heap.js";

const cacheBytes = 1 << 19;

/** A value that goes to a point, or comes from one, costs as much as so many products. */
const wayThere = 9;

/** The bits of 2^16: beyond it, the rounding of one value is more than a thousandth, which is no longer nothing to neighbours of size 1. */
export const mostBits = 0x47800000;

/**
 * How many pictures are at work at once, so that their points stay in the second-level cache; undefined where the direct way is as good or
 * the only one.
 */
export function winogradOf(info: tf.backend_util.Conv2DInfo): number | undefined {
  const {filterHeight: k, strideHeight: s, inChannels, outChannels, outHeight, outWidth} = info;
  if (!isSquare(info) || (s * inChannels) % 4 || outChannels % 4) return undefined;
  if (inChannels * outChannels === 0) return undefined;
  if (k % s || k / s < 2 || k / s > 3 || s > 2) return undefined;
  const channels = s * s * inChannels;
  const points = pointsOf(outHeight, k / s) * pointsOf(outWidth, k / s);
  const products = points * channels * outChannels;
  const direct = outHeight * outWidth * k * k * inChannels * outChannels;
  if (products + wayThere * points * (channels + outChannels) > 0.9 * direct) return undefined;
  const pictureBytes = 4 * points * (channels + outChannels);
  return Math.max(1, Math.min(info.batchSize, Math.floor(cacheBytes / pictureBytes)));
}

function isSquare(info: tf.backend_util.Conv2DInfo): boolean {
  const {filterHeight, filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth} =
    info;
  return (
    filterHeight === filterWidth &&
    strideHeight === strideWidth &&
    dilationHeight === 1 &&
    dilationWidth === 1
  );
}

/** Points of a line of n outputs of r taps: tiles of 5 - r outputs with 4, and what is left with r - 1 more than it has outputs. */
function pointsOf(n: number, r: number): number {
  const tiles = tilesOf(n, r);
  return 4 * (tiles - 1) + n - (tiles - 1) * (5 - r) + r - 1;
}

function tilesOf(n: number, r: number): number {
  return Math.ceil(n / (5 - r));
}

/**
 * The numbers of the pictures of x [n, ..] that must go the direct way, because minimal filtering would spread one of their values over
 * its neighbours (see assembly/wild.ts); "all" where the filter has such a value.
 */
export function wildPictures(heap: Heap, x: tf.TensorInfo): number[];
export function wildPictures(heap: Heap, x: tf.TensorInfo, filter: tf.TensorInfo): number[] | "all";
export function wildPictures(
  heap: Heap,
  x: tf.TensorInfo,
  filter?: tf.TensorInfo,
): number[] | "all" {
  const wild = (tensor: tf.TensorInfo, n: number, from: number) =>
    heap.run.firstWild(heap.at(tensor), n, tf.util.sizeFromShape(tensor.shape) / n, from, mostBits);
  if (filter && wild(filter, 1, 0) === 0) return "all";
  const [n = 0] = x.shape;
  const found: number[] = [];
  for (let i = wild(x, n, 0); i < n; i = wild(x, n, i + 1)) found.push(i);
  return found;
}
