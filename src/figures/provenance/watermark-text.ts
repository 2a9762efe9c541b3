import {formatCount} from "../../controls/format.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {watermarkChance} from "../../lib/provenance/watermark.js";

/** "62 %". */
export function perCentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** "54 to 68 %", of `found` of `count`. */
export function foundInterval(found: number, count: number): string {
  const {low, high} = binomialInterval(found, count);
  return `${Math.round(100 * low)} to ${Math.round(100 * high)} %`;
}

/** "1 in 3,000": how often chance does as well. */
export function oddsText(z: number): string {
  const chance = watermarkChance(z);
  if (chance > 0.1) return `${Math.round(100 * chance)} %`;
  const odds = 1 / chance;
  if (odds > 1e12) return "less than 1 in a million million";
  const digits = 10 ** Math.floor(Math.log10(odds));
  return `1 in ${formatCount(Math.round(odds / digits) * digits)}`;
}

/** What the figure says of the picture that is shown. */
export function shownText(z: number, limit: number): string {
  const verdict = z > limit ? "The mark is found" : "No mark is found";
  return `${verdict} in this picture: its score is ${z.toFixed(1)}, the limit ${limit.toFixed(1)}. By luck alone a key reaches that score with chance ${oddsText(z)}.`;
}
