import {calibrationBins, calibrationError} from "../../lib/metrics/calibration.js";
import type {Tried} from "../../lib/provenance/detector-trial.js";

const binCount = 5;

/** How far what a detector says is from the truth, on average: of a maker's pictures, and of as many real ones. */
export function calibrationOf({made, real}: Tried, id: string): number {
  const own = made[id]!;
  const others = real.subarray(0, own.length);
  const truths = [...own.map(() => 1), ...others.map(() => 0)];
  return calibrationError(calibrationBins([...own, ...others], truths, binCount));
}
