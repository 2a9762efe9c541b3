import {type Closeness, closeness} from "../../figures/pixels/pixel-text.js";
import type {ByteImages} from "../../lib/image.js";
import {enlarged, shrunk} from "../../lib/pipeline/enlarging.js";

/** What a picture is enlarged to by a rule, with its scores. */
export interface Rival {
  readonly image: ByteImages;
  readonly closeness: Closeness;
}

export type Rivals = Readonly<Record<"nearest" | "bicubic", Rival>>;

/** What the two rules make of `truth` [1, s, s, 3], once it is `factor` times smaller. */
export function rivalsOf(truth: ByteImages, factor: number): Rivals {
  const small = shrunk(truth, factor);
  const by = (rule: "nearest" | "bicubic"): Rival => {
    const image = enlarged(small, factor, rule);
    return {image, closeness: closeness(truth, image)};
  };
  return {nearest: by("nearest"), bicubic: by("bicubic")};
}

/** Less than this in decibel is no difference, nor is less than a hundredth of SSIM. */
const leastGain = 0.05;
const leastLikeness = 0.005;

/** Who is nearer to the truth, by both numbers. */
export function verdictText(network: Closeness, bicubic: Closeness): string {
  const gain = decibelsOf(network) - decibelsOf(bicubic);
  const likeness = network.ssim - bicubic.ssim;
  if (Number.isNaN(gain) || Math.abs(gain) < leastGain) return "As near to the truth as bicubic.";
  const size = Number.isFinite(gain) ? `by ${Math.abs(gain).toFixed(1)} dB` : "without any error";
  const disagrees = Math.abs(likeness) >= leastLikeness && likeness > 0 !== gain > 0;
  const first = gain > 0 ? `The network is nearer, ${size}.` : `Bicubic is nearer here, ${size}.`;
  return disagrees ? `${first} SSIM says the opposite.` : first;
}

function decibelsOf({psnr}: Closeness): number {
  return psnr ?? Number.POSITIVE_INFINITY;
}
