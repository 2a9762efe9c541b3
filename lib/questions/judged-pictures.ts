/**
 * Pictures that people judge without knowing who made them: real ones and those of several makers, all of one size, each maker with what a
 * metric says of many more of its pictures (data/record-judged.ts).
 */
import {packBundle, unpackBundle} from "../bundle.js";
import type {ByteImages} from "../image.js";
import type {MetricValue} from "../metrics/metric.js";

/** A metric of a maker's pictures, under its name and with the direction that is better. */
export interface JudgedMetric extends Omit<MetricValue, "remarks"> {
  readonly label: string;
  readonly better: "lower" | "higher";
}

export interface Maker {
  /** The experiment, or `real`. */
  readonly id: string;
  /** "GAN". */
  readonly title: string;
  /** Of the recorded run; none for real pictures. */
  readonly run?: {readonly seed: number; readonly steps: number};
  /** The same ones of every maker, in the same order; the first is shown in tables. */
  readonly metrics: readonly JudgedMetric[];
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
