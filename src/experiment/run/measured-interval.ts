/** What a measured number stands beside: its interval, with how many pictures it is of, and its floor. */
import {shareInterval} from "../../lib/metrics/accuracy.js";
import {type Floor, inPerCent} from "../../lib/metrics/floor.js";
import type {Measure, SampledInterval} from "../../lib/training/experiment.js";
import type {Measurement} from "../../lib/training/protocol.js";

/** Of 95 %. */
export interface MeasuredInterval extends Floor {
  /** Unknown of some runs kept earlier. */
  readonly n?: number;
}

type Described = Pick<Measure, "interval">;
/** What a measurement says of its numbers; of one from a file only some of it. */
type Numbers = Pick<Measurement, "scalars"> & Partial<Measurement>;
type Told = NonNullable<NonNullable<Measurement["intervals"]>[string]>;

/** That of the measure `name`; undefined where it has none, or this measurement, which may come from a file, has not or has what is no share. */
export function intervalOf(
  {interval: source}: Described,
  name: string,
  measurement: Numbers,
): MeasuredInterval | undefined {
  const {scalars} = measurement;
  const value = scalars[name];
  if (!source || value === undefined || !Number.isFinite(value)) return undefined;
  if ("none" in source) return undefined;
  if ("shareOf" in source) return ofShare(value, countOf(source.shareOf, scalars));
  const told = toldInterval(source, name, measurement);
  if (!told) return undefined;
  const {sampledOf} = source;
  const n = told.n ?? (sampledOf === "interval" ? undefined : countOf(sampledOf, scalars));
  return {low: told.low, high: told.high, ...(n !== undefined && {n})};
}

/** The floor of the measure `name`; undefined where this measurement has none, or its own interval in that place. */
export function floorOf(
  {interval}: Described,
  name: string,
  {floors, intervals}: Pick<Measurement, "floors" | "intervals">,
): Floor | undefined {
  return isOnceInFloor(interval) && !intervals?.[name] ? undefined : floors[name];
}

function isOnceInFloor(source: Measure["interval"]): boolean {
  return source !== undefined && "sampledOf" in source && source.onceInFloor === true;
}

function toldInterval(
  {row, onceInFloor}: SampledInterval,
  name: string,
  {intervals, floors, arrays}: Numbers,
): Told | undefined {
  if (row === undefined) return intervals?.[name] ?? (onceInFloor ? floors?.[name] : undefined);
  const [low, high] = arrays?.intervals?.data.slice(2 * row, 2 * row + 2) ?? [];
  return low === undefined || high === undefined ? undefined : {low, high};
}

function countOf(source: string | number, scalars: Measurement["scalars"]): number | undefined {
  return typeof source === "number" ? source : scalars[source];
}

function ofShare(value: number, n: number | undefined): MeasuredInterval | undefined {
  if (n === undefined || !(n >= 1 && value >= 0 && value <= 100)) return undefined;
  return {...inPerCent(shareInterval(value / 100, n)), n};
}
