/**
 * What the shop knows of a garment, as numbers: how surely it is of each kind, how light it is, how wide and how tall.
 *
 *     picture [28, 28] in bytes, probabilities [10]  ->  φ [13]
 */
import {clothes} from "../../lib/datasets/clothes.js";
import {meanOf, spreadOf} from "./mean-and-spread.js";

const side = 28;
/** Bytes from which on a pixel is cloth, and one that is surely no shade. */
const [cloth, clear] = [38, 76] as const;

export const kindCount = clothes.classNames.length;
/** In the order of φ. */
export const featureNames = [...clothes.classNames, "light", "wide", "tall"] as const;
export const featureCount = featureNames.length;
export const lightAt = kindCount;

/** Mean and spread of light, wide and tall on real pictures: so that one unit of each is as unusual as another. */
export interface Scale {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
}

/** How light the cloth is, and which shares of the columns and of the rows it reaches: from 0 to 1. */
export function looks(picture: Uint8Array): readonly [light: number, wide: number, tall: number] {
  let [sum, count] = [0, 0];
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (const [at, value] of picture.entries()) {
    if (value >= cloth) {
      sum += value / 255;
      count += 1;
    }
    if (value < clear) continue;
    columns.add(at % side);
    rows.add(Math.floor(at / side));
  }
  return [count > 0 ? sum / count : 0, columns.size / side, rows.size / side];
}

export function scaleOf(pictures: readonly Uint8Array[]): Scale {
  const all = pictures.map(looks);
  const columns = [0, 1, 2].map((i) => all.map((row) => row[i]!));
  return {means: columns.map(meanOf), spreads: columns.map(spreadOf)};
}

/** φ */
export function featuresOf(
  picture: Uint8Array,
  probabilities: ArrayLike<number>,
  {means, spreads}: Scale,
): Float64Array {
  const scaled = looks(picture).map((value, i) => (value - means[i]!) / spreads[i]!);
  return Float64Array.from([...Array.from(probabilities), ...scaled]);
}
