/** The interval of a measured number, and of how many pictures it is. */
import {shareInterval} from "../../lib/metrics/accuracy.js";
import type {Floor} from "../../lib/metrics/floor.js";
import type {Measure} from "../../lib/training/experiment.js";
import type {Measurement} from "../../lib/training/protocol.js";

/** Of 95 %. */
export interface MeasuredInterval extends Floor {
  readonly n: number;
}

/** That of the measure `name`; undefined where it has none, or this measurement, which may come from a file, has not or has what is no share. */
export function intervalOf(
  {interval: source}: Pick<Measure, "interval">,
  name: string,
  {scalars, intervals}: Pick<Measurement, "scalars" | "intervals">,
): MeasuredInterval | undefined {
  const value = scalars[name];
  if (!source || value === undefined || !Number.isFinite(value)) return undefined;
  const of = "shareOf" in source ? source.shareOf : source.sampledOf;
  const n = typeof of === "number" ? of : scalars[of];
  if (n === undefined) return undefined;
  const interval = "shareOf" in source ? perCent(value, n) : intervals?.[name];
  return interval && {...interval, n};
}

function perCent(value: number, n: number): Floor | undefined {
  if (!(n >= 1 && value >= 0 && value <= 100)) return undefined;
  const {low, high} = shareInterval(value / 100, n);
  return {low: 100 * low, high: 100 * high};
}
