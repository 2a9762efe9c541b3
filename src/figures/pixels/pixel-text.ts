/** How near a picture is to the one it should be, in numbers and words. */
import type {ByteImages} from "../../lib/image.js";
import {decibels, similarityOf} from "../../lib/metrics/structural-similarity.js";

export interface Closeness {
  /** In decibel; undefined where the pictures are equal. */
  readonly psnr: number | undefined;
  readonly ssim: number;
}

/** Of one picture each, of the same shape. */
export function closeness(real: ByteImages, made: ByteImages): Closeness {
  return {
    psnr: decibels(real.data, made.data),
    ssim: similarityOf(real.data, made.data, real.shape),
  };
}

/** "PSNR 24.1 dB, SSIM 0.71". */
export function closenessText({psnr, ssim}: Closeness): string {
  const decibel = psnr === undefined ? "PSNR infinite (equal)" : `PSNR ${psnr.toFixed(1)} dB`;
  return `${decibel}, SSIM ${ssim.toFixed(2).replace("-", "−")}`;
}

/** Whether a cure helped, by both numbers; a tenth of a decibel or a hundredth is no difference. */
export function cureText(before: Closeness, after: Closeness): string {
  const gain = gained(before.psnr, after.psnr);
  const likeness = after.ssim - before.ssim;
  const [louder, liker] = [signOf(gain, 0.1), signOf(likeness, 0.01)];
  if (louder === 0 && liker === 0) return "It changes next to nothing.";
  if (louder >= 0 && liker >= 0) return `It helps: ${gainText(gain, likeness)}.`;
  if (louder <= 0 && liker <= 0) return `It does harm: ${gainText(gain, likeness)}.`;
  return `The two numbers disagree: ${gainText(gain, likeness)}.`;
}

function gained(before: number | undefined, after: number | undefined): number {
  if (before === after) return 0;
  if (after === undefined) return Number.POSITIVE_INFINITY;
  return before === undefined ? Number.NEGATIVE_INFINITY : after - before;
}

function gainText(gain: number, likeness: number): string {
  const decibel = Number.isFinite(gain) ? `${signed(gain, 1)} dB` : "from or to an equal picture";
  return `${decibel} of PSNR, ${signed(likeness, 2)} of SSIM`;
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}

function signOf(value: number, least: number): -1 | 0 | 1 {
  if (Math.abs(value) < least) return 0;
  return value > 0 ? 1 : -1;
}
