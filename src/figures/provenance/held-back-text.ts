/** What a filter holds back, in words. */
import {formatCount} from "../../controls/format.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {type Held, innocentShare} from "../../lib/metrics/picture-filter.js";
import type {Share} from "../bars/share-text.js";

/** With the interval of 95 %. */
export function heldShare({held, count}: Held): Share {
  return {share: held / count, ...binomialInterval(held, count)};
}

/** "0.2 %", "17 %": one digit after the point below 10 %. */
function percentOf(share: number): string {
  return `${percent(share)} %`;
}

/** A probability however small: "17 %", "0.2 %", "0.013 %", "under 0.001 %". */
export function probabilityText(p: number): string {
  if (p < 1e-5) return "under 0.001 %";
  return p < 0.001 ? `${Number((100 * p).toPrecision(2))} %` : percentOf(p);
}

export function lookedText(seen: number, all: number): string {
  return `The filter looks at the pictures: ${formatCount(seen)} of ${formatCount(all)}.`;
}

/** "Of 100 pictures of a 4, 2 slip through: 2.0 % (0.2 to 7.0). Of 900 others, 1 is held back: 0.1 % (0.0 to 0.6) false alarms. …" */
export function mistakesText(forbidden: string, of: Held, others: Held): string {
  const missed = {held: of.count - of.held, count: of.count};
  const lot = 1 - (of.held + others.held) / (of.count + others.count);
  return [
    `Of ${formatCount(of.count)} pictures of a ${forbidden}, ${missed.held} ${missed.held === 1 ? "slips" : "slip"} through: ${spanOf(missed)}.`,
    `Of ${formatCount(others.count)} others, ${others.held} ${others.held === 1 ? "is" : "are"} held back: ${spanOf(others)} false alarms.`,
    `A filter that holds back as many, drawn by lot, would let ${percentOf(lot)} of each kind through.`,
  ].join(" ");
}

/** "Where 1 picture in 1,000 is a 4: of 100 that are held back, 92 show no 4 (85 to 96)." */
export function innocentsText(forbidden: string, of: Held, others: Held, oneIn: number): string {
  const where = `Where 1 picture in ${formatCount(oneIn)} is a ${forbidden}`;
  const {share, low, high} = innocentShare(of, others, 1 / oneIn);
  if (Number.isNaN(share)) return `${where}: nothing is held back, so nobody wrongly.`;
  const [mean, least, most] = [share, low, high].map((each) => formatCount(100 * each));
  return `${where}: of 100 that are held back, ${mean} show no ${forbidden} (${least} to ${most}).`;
}

function spanOf(held: Held): string {
  const {share, low, high} = heldShare(held);
  return `${percentOf(share)} (${percent(low)} to ${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(share < 0.0995 ? 1 : 0);
}
