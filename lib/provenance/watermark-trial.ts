/** How often a watermark is found at a false-alarm rate that unmarked pictures set, as it is and after what befalls a picture. */
import type {ByteImages} from "../image.js";
import {Random} from "../random.js";
import {recompressed} from "./jpeg-blocks.js";
import {type LinearCode, regenerated} from "./linear-code.js";
import {blurred, cropped, moved, resized, withNoise} from "./picture-attacks.js";

/** Share of unmarked pictures that count as marked. */
export const falseAlarmShare = 0.01;
/** Numbers of the code from which pictures are drawn anew. */
export const codeNumbers = 32;

export interface Attack {
  readonly words: string;
  /** `code` was found on other pictures. */
  after(images: ByteImages, code: LinearCode): ByteImages;
}

export const attacks = {
  none: {words: "as it is", after: (images) => images},
  noise: {
    words: "noise of 20 grey levels",
    after: (images) => withNoise(images, 20, new Random(1)),
  },
  compressed: {words: "JPEG, quality 50", after: (images) => recompressed(images, 50)},
  strongly: {words: "JPEG, quality 20", after: (images) => recompressed(images, 20)},
  blur: {words: "a light blur", after: (images) => blurred(images, 1)},
  half: {words: "half the size and back", after: (images) => resized(images, 2)},
  crop: {words: "2 pixels cut off, enlarged", after: (images) => cropped(images, 2)},
  move: {words: "moved by one pixel", after: (images) => moved(images, 1)},
  anew: {words: `drawn anew from ${codeNumbers} numbers`, after: regenerated},
} as const satisfies Readonly<Record<string, Attack>>;

export type AttackName = keyof typeof attacks;

/** The score that `falseAlarmShare` of unmarked pictures lie above. */
export function alarmLimit(unmarked: ArrayLike<number>): number {
  const sorted = Float64Array.from(unmarked).sort();
  const above = Math.floor(falseAlarmShare * sorted.length);
  if (above < 1)
    throw new RangeError(
      `too few unmarked pictures: ${sorted.length} (at least ${1 / falseAlarmShare})`,
    );
  return sorted[sorted.length - 1 - above]!;
}

/** How many of `scores` are above the limit. */
export function foundIn(scores: ArrayLike<number>, limit: number): number {
  return Array.from(scores).filter((score) => score > limit).length;
}
