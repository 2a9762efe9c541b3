/**
 * Pictures that people judge without knowing who made them: real ones and those of several makers, all of one size, each maker with what a
 * metric says of many more of its pictures (data/record-judged.ts).
 */
import {packBundle, unpackBundle} from "../bundle.js";
import type {ByteImages} from "../image.js";

/** A metric of a maker's pictures, and the band in which as many real ones lie. */
export interface JudgedMetric {
  readonly value: number;
  readonly floor: {readonly low: number; readonly high: number};
  /** Pictures that it was measured on. */
  readonly count: number;
}

export interface Maker {
  /** The experiment, or `real`. */
  readonly id: string;
  /** "GAN". */
  readonly title: string;
  /** Of the recorded run; none for real pictures. */
  readonly run?: {readonly seed: number; readonly steps: number};
  readonly frechet: JudgedMetric;
  /** [n, h, w, 1] */
  readonly images: ByteImages;
}

export interface JudgedPictures {
  /** ISO date of the recording. */
  readonly date: string;
  /** Real pictures first. */
  readonly makers: readonly Maker[];
}

/** What stands for real pictures among the makers. */
export const realId = "real";

type PlainMaker = Omit<Maker, "images">;

export function packJudged({date, makers}: JudgedPictures): Uint8Array<ArrayBuffer> {
  const plain: readonly PlainMaker[] = makers.map(({images: _, ...maker}) => maker);
  const arrays = makers.map(({id, images}) => [id, images] as const);
  return packBundle({date, makers: plain}, Object.fromEntries(arrays));
}

/** Reads what `packJudged` made. Throws a RangeError for bytes that are no bundle. */
export function unpackJudged(bytes: Uint8Array): JudgedPictures {
  const {header, arrays} = unpackBundle(bytes);
  const {date, makers} = header as {date: string; makers: readonly PlainMaker[]};
  return {
    date,
    makers: makers.map((maker) => ({...maker, images: arrays[maker.id] as ByteImages})),
  };
}
