/** Six ways to change a digit, each by one dial from 0 to 10. */
import {
  brightened,
  contrasted,
  cropped,
  mirrored,
  rotated,
  withCutout,
} from "../lib/pipeline/augment.js";
import type {Raster} from "../lib/pipeline/raster.js";

export const augmentationNames = {
  rotate: "rotate",
  mirror: "mirror",
  crop: "crop",
  brightness: "brightness",
  contrast: "contrast",
  cutout: "cut out",
} as const;
export type Augmentation = keyof typeof augmentationNames;

const degrees = (level: number) => 18 * level;
const margin = (level: number) => level;
const paler = (level: number) => 1 - 0.09 * level;
const hole = (level: number) => 2 * level;

/** A digit of 28 by 28 pixels. */
export function augmented(digit: Raster, by: Augmentation, level: number): Raster {
  if (level === 0) return digit;
  const [, side] = digit.shape;
  switch (by) {
    case "rotate":
      return rotated(digit, degrees(level));
    case "mirror":
      return mirrored(digit);
    case "crop":
      return cropped(digit, margin(level), margin(level), side - 2 * margin(level));
    case "brightness":
      return brightened(digit, 0.08 * level);
    case "contrast":
      return contrasted(digit, paler(level));
    case "cutout":
      return withCutout(digit, (side - hole(level)) / 2, (side - hole(level)) / 2, hole(level));
  }
}

export function augmentationWords(by: Augmentation, level: number): string {
  if (level === 0) return "As they are";
  switch (by) {
    case "rotate":
      return `Turned to the left by ${degrees(level)}°`;
    case "mirror":
      return "Left and right swapped";
    case "crop":
      return `The middle ${28 - 2 * margin(level)} by ${28 - 2 * margin(level)} pixels, enlarged`;
    case "brightness":
      return `Lighter by ${(0.08 * level).toFixed(2)}`;
    case "contrast":
      return `${paler(level).toFixed(2)} times the contrast`;
    case "cutout":
      return `A hole of ${hole(level)} by ${hole(level)} pixels`;
  }
}
