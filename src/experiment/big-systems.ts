/** What has been published of large systems that make pictures, beside a network of this course: the rows of the chapter's table. */
import {formatCount} from "../controls/format.js";
import type {ScaledCount} from "../figures/bars/scale-bars.js";

export interface BigSystem {
  readonly name: string;
  /** Of the network that goes from noise to picture. */
  readonly weights: number;
  /** That it learned from; undefined where the source does not say. */
  readonly pictures?: number;
}

export const courseSystem = "this chapter’s digits";

export const bigSystems: readonly BigSystem[] = [
  {name: courseSystem, weights: 76_641, pictures: 10_000},
  {name: "ADM", weights: 554e6, pictures: 1.28e6},
  {name: "LDM-4", weights: 400e6, pictures: 1.28e6},
  {name: "DiT-XL/2", weights: 675e6, pictures: 1.28e6},
  {name: "DALL·E 2", weights: 3.5e9, pictures: 250e6},
  {name: "Imagen", weights: 2e9, pictures: 860e6},
  {name: "Stable Diffusion 1", weights: 860e6, pictures: 2.3e9},
  {name: "Stable Diffusion XL", weights: 2.6e9},
  {name: "Stable Diffusion 3", weights: 8e9},
];

/** Those rows of which `part` is known. */
export function countsOf(part: "weights" | "pictures"): readonly ScaledCount[] {
  return bigSystems.flatMap((system) => {
    const count = system[part];
    if (count === undefined) return [];
    const {name} = system;
    return [{name, count, words: countText(count), isMarked: name === courseSystem}];
  });
}

/** "10,000", "554 million", "2.6 billion". */
export function countText(count: number): string {
  if (count >= 1e9) return `${Number((count / 1e9).toPrecision(3))} billion`;
  if (count >= 1e6) return `${Number((count / 1e6).toPrecision(3))} million`;
  return formatCount(count);
}
