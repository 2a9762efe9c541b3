/** What is shown of where a network looks: maps of a picture, how alike they are, and what becomes of its answer without the pixels that they mark. */

export const mapWords = {
  gradient: "gradient",
  timesInput: "gradient times input",
  occlusion: "occlusion",
} as const;
export type MapKind = keyof typeof mapWords;
export const mapKinds = Object.keys(mapWords) as readonly MapKind[];

/** [28 · 28] each. Of the gradient the size, of the others what speaks for the class, below 0 where it speaks against. */
export type Maps = Readonly<Record<MapKind, Float32Array>>;

/** A mean over pictures with its interval of 95 %. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Other maps that those of a network are compared with. */
export const comparisonWords = {
  other: "another that learned",
  first: "the same before it learned",
  picture: "the picture itself",
  next: "another digit",
} as const;
export type Comparison = keyof typeof comparisonWords;
export const comparisons = Object.keys(comparisonWords) as readonly Comparison[];

/** Correlations of the ranks of strengths. */
export type Agreements = Readonly<Record<MapKind, Readonly<Record<Comparison, Estimate>>>>;

/** By what pixels are chosen that are taken out. */
export const orderWords = {
  ...mapWords,
  firstTimesInput: "gradient times input, before it learned",
  brightness: "the brightest",
  ink: "ink by lot",
  random: "any by lot",
} as const;
export type DeletionOrder = keyof typeof orderWords;
export const deletionOrders = Object.keys(orderWords) as readonly DeletionOrder[];

export interface Deletion {
  /** Of the class that the network saw, from 0 to 1. */
  readonly probability: Estimate;
  /** By how much less that is than with as many pixels by lot: any, and inked ones. */
  readonly belowRandom: Estimate;
  readonly belowInk: Estimate;
}

export type Deletions = Readonly<Record<DeletionOrder, Deletion>>;
