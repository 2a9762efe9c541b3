/** What twenty labels come to, in words. */
import {bootstrapInterval} from "../../lib/metrics/bootstrap-interval.js";
import {cohensKappa} from "../../lib/metrics/cohens-kappa.js";
import {Random} from "../../lib/random.js";

const draws = 400;

/** "You and the file: 16 of 20 alike, κ = 0.77 (0.55 to 0.94)". */
export function agreementText(who: string, a: readonly number[], b: readonly number[]): string {
  const alike = a.filter((label, i) => label === b[i]).length;
  const {low, high} = bootstrapInterval(
    a.length,
    (drawn) => kappaOf(pickedFrom(a, drawn), pickedFrom(b, drawn)),
    draws,
    new Random(1),
  );
  return `${who}: ${alike} of ${a.length} alike, κ = ${shown(kappaOf(a, b))} (${shown(low)} to ${shown(high)})`;
}

/** Where luck alone would give full agreement there is no kappa; full agreement it is all the same. */
function kappaOf(a: readonly number[], b: readonly number[]): number {
  return cohensKappa(a, b) ?? 1;
}

function pickedFrom(labels: readonly number[], drawn: Uint32Array): number[] {
  return Array.from(drawn, (i) => labels[i]!);
}

function shown(kappa: number): string {
  return kappa.toFixed(2).replace("-", "−");
}

export interface ThreeLabels {
  readonly yours: number;
  readonly truth: number;
  readonly network: number;
}

export function disagree({yours, truth, network}: ThreeLabels): boolean {
  return yours !== truth || network !== truth;
}

/** "you 4, the file 9, the network 9" */
export function labelsText({yours, truth, network}: ThreeLabels): string {
  return `you ${yours}, file ${truth}, network ${network}`;
}
