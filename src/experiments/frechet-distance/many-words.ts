/** How far the judging of many pictures has come, and what came of it, in words. */
import {formatCount} from "../../controls/format.js";
import type {Floor} from "../../lib/metrics/floor.js";
import {type Fault, faultNames} from "../shared/judging/faults.js";

/** What was wrong with the pictures that are judged. */
export interface Wrong {
  readonly fault: Fault;
  readonly strength: number;
}

export interface ManyDistance extends Wrong {
  readonly count: number;
  readonly centres: number;
  readonly shapes: number;
  /** From the press to the distance. */
  readonly ms: number;
  /** They come after the distance. */
  readonly bands?: {readonly interval: Floor; readonly floor: Floor};
}

/** "1,200 of 2,000 pictures of either side are seen." */
export function seenWords(seen: number, count: number): string {
  return `${formatCount(seen)} of ${formatCount(count)} pictures of either side are seen.`;
}

/** Why so many cannot be judged, where they cannot: of what is drawn too few are kept. */
export function refusal({fault, strength}: Wrong, drawn: number): string | undefined {
  if ((fault !== "gan" && fault !== "vae") || strength === 0) return undefined;
  return `Only ${formatCount(drawn)} drawn pictures are kept, too few for this. Choose another fault, or see all judges.`;
}

/** The sum, and how long it took where nothing else waits for it. */
export function distanceWords(judged: ManyDistance): string {
  const {count, centres, shapes, ms, bands} = judged;
  const [a, b, sum] = [centres, shapes, Math.max(0, centres + shapes)].map((x) =>
    x.toFixed(2).replace("-", "−"),
  );
  const both = `${formatCount(count)} against ${formatCount(count)}`;
  const seconds = (ms / 1000).toFixed(1);
  const sums = `${wrongWords(judged)} ${both}: ${a} for the centres + ${b} for the shapes = ${sum}, after ${seconds} s beside the page.`;
  return `${sums} ${bands ? bandWords(bands) : "Interval and floor come …"}`;
}

function bandWords({interval, floor}: NonNullable<ManyDistance["bands"]>): string {
  const [own, plain] = [interval, floor].map(
    ({low, high}) => `${low.toFixed(2)} to ${high.toFixed(2)}`,
  );
  return `Its interval of 95 %: ${own}; with nothing wrong: ${plain}.`;
}

function wrongWords({fault, strength}: Wrong): string {
  if (fault === "none" || strength === 0) return "Real pictures.";
  const again =
    fault === "drops"
      ? " The classes that are left have too few, so their pictures come again, and the interval is too narrow."
      : "";
  return `What is wrong: ${faultNames[fault]}, ${strength.toFixed(2)}.${again}`;
}
