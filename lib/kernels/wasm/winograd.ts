/**
 * When a convolution is done by minimal filtering (see assembly/winograd.ts), and with how much scratch. It needs about half the
 * products, and pays where there are enough channels for the way to points and back to be short beside them.
 */
import type * as tf from "@tensorflow/tfjs-core";
import {upTo} from "../convolution-shape.js";

export interface Winograd {
  /** Pictures that are at work at once: their points stay in the second-level cache. */
  readonly pictures: number;
  readonly scratchBytes: number;
}

const pairs = 16;
const cacheBytes = 1 << 19;

/** A value that goes to a point, or comes from one, costs as much as so many products. */
const wayThere = 9;

/** The plan, or undefined where the direct way is as good or the only one. */
export function winogradOf(info: tf.backend_util.Conv2DInfo): Winograd | undefined {
  const {filterHeight: k, strideHeight: s, inChannels, outChannels, outHeight, outWidth} = info;
  if (!isSquare(info) || (s * inChannels) % 4 || outChannels % 4) return undefined;
  if (k % s || k / s < 2 || k / s > 3 || s > 2) return undefined;
  const channels = s * s * inChannels;
  const points = pointsOf(outHeight, k / s) * pointsOf(outWidth, k / s);
  const products = points * channels * outChannels;
  const direct = outHeight * outWidth * k * k * inChannels * outChannels;
  if (products + wayThere * points * (channels + outChannels) > 0.9 * direct) return undefined;
  const pictureBytes = 4 * points * (channels + outChannels);
  const pictures = Math.max(1, Math.min(info.batchSize, Math.floor(cacheBytes / pictureBytes)));
  return {pictures, scratchBytes: scratchBytes(info, points, pictures)};
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

/** The parts that assembly/winograd.ts lists, in its order. */
function scratchBytes(info: tf.backend_util.Conv2DInfo, points: number, pictures: number): number {
  const {filterHeight: k, strideHeight: s, inChannels, outChannels, outHeight, outWidth} = info;
  const r = k / s;
  const channels = s * s * inChannels;
  const [rows, columns] = [(outHeight + r - 1) * s, (outWidth + r - 1) * s];
  const [tileRows, tileColumns] = [tilesOf(outHeight, r), tilesOf(outWidth, r)];
  const parts = [
    upTo(Math.max(channels, outChannels), 8),
    48,
    pairs * channels * outChannels,
    pairs * Math.max(channels * upTo(outChannels, 8), outChannels * upTo(channels, 8)),
    4 * tileColumns * Math.max(rows * s * inChannels, outHeight * outChannels),
    points * pictures * channels,
    points * pictures * outChannels,
    rows * columns * inChannels,
    8 * tileRows * tileColumns * pictures,
    channels,
  ];
  return parts.reduce((total, values) => total + 4 * values + 16, 0);
}
