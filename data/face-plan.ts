/**
 * Which faces are drawn: labels of every attribute, each option equally often and independent of the others, and what is left to
 * chance. A face without hair and beard has no hair colour; with a third of the heads bald and half of the faces bearded, that is a
 * sixth, as is each of the five colours.
 */
import {attributeIndex} from "../lib/datasets/attribute-dataset.js";
import {faces} from "../lib/datasets/faces.js";
import type {Random} from "../lib/random.js";

/** A face by its labels, with what is not labelled. */
export interface FacePlan {
  /** By attribute, in the order of lib/datasets/faces.ts. */
  readonly labels: readonly number[];
  readonly chance: Readonly<Record<keyof typeof chanceCounts, number>>;
}

/** How many there are of each thing that is left to chance. */
export const chanceCounts = {
  frame: 2,
  whiskers: 2,
  haircut: 4,
  eyes: 3,
  eyebrows: 2,
  shirt: 4,
} as const;

const [beard, hair, hairColour] = ["beard", "hair", "hairColour"].map((name) =>
  attributeIndex(faces.attributes, name),
) as [number, number, number];

/** `count` faces, drawn by `random`. */
export function planFaces(count: number, random: Random): FacePlan[] {
  const columns = faces.attributes.map(({name, options}) =>
    balancedColumn(count, name === "hairColour" ? options.length - 1 : options.length, random),
  );
  return Array.from({length: count}, (_, i) => ({
    labels: withHairColour(columns.map((column) => column[i]!)),
    chance: drawChance(random),
  }));
}

/** What is left to chance of one face, anew. */
export function drawChance(random: Random): FacePlan["chance"] {
  const entries = Object.entries(chanceCounts).map(([name, n]) => [name, random.integer(n)]);
  return Object.fromEntries(entries);
}

/** Option 0 of the hair colour is none: it is that exactly where there is neither hair nor beard. */
function withHairColour(labels: readonly number[]): number[] {
  const isBare = labels[hair] === 0 && labels[beard] === 0;
  return labels.with(hairColour, isBare ? 0 : labels[hairColour]! + 1);
}

/** 0 … options-1, equally often, in random order. */
function balancedColumn(count: number, options: number, random: Random): number[] {
  return Array.from(random.permutation(count), (place) => place % options);
}
