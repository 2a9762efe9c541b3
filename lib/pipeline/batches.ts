/**
 * Endless training batches as plain arrays by name, whose place a checkpoint can keep: after `restore(state())` the same batches
 * follow, bit by bit. A source draws from the `random` it is given and nobody else should.
 */
import type {NdArray} from "../array.js";
import type {DrawPoints} from "../datasets/dataset.js";
import {type ByteImages, imageSize} from "../image.js";
import {Random, type RandomState} from "../random.js";

/** Where a source stands. Pictures: the stream as the epoch began, and the pictures taken since. Points: the stream
 * now, and the batches taken. */
export interface BatchState {
  readonly random: RandomState;
  readonly position: number;
}

export interface BatchSource<T> {
  next(): T;
  state(): BatchState;
  /** Throws a RangeError for a position that cannot be. */
  restore(state: BatchState): void;
}

/** The part that every batch has: samples in [-1, 1], [B, h, w, c] or [B, 2]. */
export type Samples = {readonly x: NdArray<Float32Array>};

/** Batches of pictures, every picture once per epoch in a new random order; an epoch's last pictures share a batch with
 * the next one's first. */
export function imageBatches(
  {images}: {readonly images: ByteImages},
  batchSize: number,
  random: Random,
): BatchSource<Samples> {
  const [n, h, w, c] = images.shape;
  const size = imageSize(images.shape);
  const indices = indexBatches(n, batchSize, random);
  const next = () => {
    const data = new Float32Array(batchSize * size);
    indices.next().forEach((index, i) => {
      const pixels = images.data.subarray(index * size, (index + 1) * size);
      for (let j = 0; j < size; j++) data[i * size + j] = floatOfByte[pixels[j]!]!;
    });
    return {x: {data, shape: [batchSize, h, w, c]}};
  };
  return {...indices, next};
}

const floatOfByte = Float32Array.from({length: 256}, (_, byte) => byte / 127.5 - 1);

/** Batches of fresh points, [B, 2]. */
export function pointBatches(
  draw: DrawPoints,
  batchSize: number,
  random: Random,
): BatchSource<Samples> {
  return sampleBatches(draw, [batchSize, 2], random);
}

/** Batches of `shape` [B, ...] that `draw` makes anew each time, `(random, B)` to flat values. */
export function sampleBatches(
  draw: (random: Random, count: number) => Float32Array,
  shape: readonly [number, ...number[]],
  random: Random,
): BatchSource<Samples> {
  const [batchSize] = shape;
  checkBatchSize(batchSize, 65536);
  let source = random;
  let position = 0;
  return {
    next() {
      position++;
      return {x: {data: draw(source, batchSize), shape}};
    },
    state: () => ({random: source.state(), position}),
    restore(state) {
      checkPosition(state.position, Number.MAX_SAFE_INTEGER);
      source = Random.from(state.random);
      position = state.position;
    },
  };
}

/** Batches of `shape` [B, ...] of numbers from 0 to 1, all as likely. */
export function uniformBatches(
  shape: readonly [number, ...number[]],
  random: Random,
): BatchSource<Samples> {
  const width = shape.slice(1).reduce((product, axis) => product * axis, 1);
  return sampleBatches(
    (random, count) => Float32Array.from({length: count * width}, () => random.uniform()),
    shape,
    random,
  );
}

/** Batches of the indices 0 … count-1, as `imageBatches` takes them: for those who need the labels as well. */
export function indexBatches(
  count: number,
  batchSize: number,
  random: Random,
): BatchSource<Uint32Array> {
  checkBatchSize(batchSize, count);
  let source = random;
  const begin = () => ({start: source.state(), order: source.permutation(count), position: 0});
  let epoch = begin();
  return {
    next() {
      return Uint32Array.from({length: batchSize}, () => {
        if (epoch.position === count) epoch = begin();
        return epoch.order[epoch.position++]!;
      });
    },
    state: () => ({random: epoch.start, position: epoch.position}),
    restore({random, position}) {
      checkPosition(position, count);
      source = Random.from(random);
      epoch = {...begin(), position};
    },
  };
}

function checkBatchSize(batchSize: number, count: number): void {
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > count)
    throw new RangeError(`invalid batch size: ${batchSize} (a whole number from 1 to ${count})`);
}

function checkPosition(position: number, count: number): void {
  if (!Number.isInteger(position) || position < 0 || position > count)
    throw new RangeError(`invalid position: ${position} (a whole number from 0 to ${count})`);
}
