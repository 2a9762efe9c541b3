/** What spoils a picture and what mends it, each by one dial from 0 to 10. */
import {bilateralFilter} from "../lib/pipeline/bilateral-filter.js";
import {gaussianBlur} from "../lib/pipeline/gaussian-blur.js";
import {medianFilter} from "../lib/pipeline/median-filter.js";
import {nonLocalMeans} from "../lib/pipeline/non-local-means.js";
import type {Raster} from "../lib/pipeline/raster.js";
import {withNormalNoise, withSaltAndPepper} from "../lib/pipeline/spoil.js";
import type {Random} from "../lib/random.js";

export const harmNames = {
  noise: "normal noise",
  pepper: "salt and pepper",
  blur: "blur",
} as const;
export type Harm = keyof typeof harmNames;

export const cureNames = {
  median: "median",
  gaussian: "Gaussian blur",
  bilateral: "bilateral filter",
  nonLocal: "non-local means",
} as const;
export type Cure = keyof typeof cureNames;

const bilateralSigma = 1.5;
const reach = 4;
const share = (level: number) => 0.03 * level;
const spread = (level: number) => 0.25 * level;
const radius = (level: number) => Math.ceil(level / 4);
const tone = (level: number) => 0.04 * level;
const strength = (level: number) => 0.03 * level;

export function harmed(raster: Raster, harm: Harm, level: number, random: Random): Raster {
  switch (harm) {
    case "noise":
      return withNormalNoise(raster, share(level), random);
    case "pepper":
      return withSaltAndPepper(raster, share(level), random);
    case "blur":
      return gaussianBlur(raster, spread(level));
  }
}

export function cured(raster: Raster, cure: Cure, level: number): Raster {
  if (level === 0) return raster;
  switch (cure) {
    case "median":
      return medianFilter(raster, radius(level));
    case "gaussian":
      return gaussianBlur(raster, spread(level));
    case "bilateral":
      return bilateralFilter(raster, bilateralSigma, tone(level));
    case "nonLocal":
      return nonLocalMeans(raster, reach, strength(level));
  }
}

export function harmWords(harm: Harm, level: number): string {
  if (level === 0) return "as it was";
  switch (harm) {
    case "noise":
      return `σ ${share(level).toFixed(2)}`;
    case "pepper":
      return `${Math.round(100 * share(level))} % of the pixels`;
    case "blur":
      return `σ ${spread(level).toFixed(2)} pixels`;
  }
}

export function cureWords(cure: Cure, level: number): string {
  if (level === 0) return "as it was spoilt";
  const edge = 2 * radius(level) + 1;
  switch (cure) {
    case "median":
      return `of ${edge} by ${edge}`;
    case "gaussian":
      return `σ ${spread(level).toFixed(2)} pixels`;
    case "bilateral":
      return `σ ${bilateralSigma} pixels, tone ${tone(level).toFixed(2)}`;
    case "nonLocal":
      return `strength ${strength(level).toFixed(2)}`;
  }
}
