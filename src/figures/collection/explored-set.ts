/** A set of pictures as it is looked over: what its pictures are told apart by, and which are chosen. */
import type {ByteImages} from "../../lib/image.js";

/** One way to sort the pictures: every picture has one of the options. */
export interface Sorting {
  readonly label: string;
  readonly options: readonly string[];
  /** Places in the options, [n]. */
  readonly labels: ArrayLike<number>;
}

/** Whose the pictures are, and what was done to them. */
export interface Provenance {
  readonly author: string;
  readonly licence: string;
  readonly note: string;
  readonly source: string;
  readonly url: string;
}

export interface ExploredSet {
  readonly title: string;
  readonly images: ByteImages; // [n, side, side, c]
  readonly sortings: readonly Sorting[];
  readonly provenance: Provenance;
}

/** A set and, where it was split in two, what fetches the other part. */
export interface ExploredSplit {
  readonly set: ExploredSet;
  readonly other?: () => Promise<ExploredSet>;
}

/** The pictures of one option, in their order; of all of them without one. */
export function chosenOf({images, sortings}: ExploredSet, sorting: number, option?: number) {
  const all = Array.from({length: images.shape[0]}, (_, i) => i);
  if (option === undefined) return all;
  return all.filter((i) => sortings[sorting]!.labels[i] === option);
}

/** Pictures of each option, [options]. */
export function countsOf({options, labels}: Sorting): number[] {
  const counts = options.map(() => 0);
  for (let i = 0; i < labels.length; i++) counts[labels[i]!]!++;
  return counts;
}

/** The largest count divided by the smallest; infinite where an option has none. */
export function imbalance(counts: readonly number[]): number {
  return Math.max(...counts) / Math.min(...counts);
}
