/** What is counted of some pictures, with intervals of 95 %, as it comes in a snapshot or an answer. */
import {shareInterval} from "../../lib/metrics/accuracy.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {structureAndChance} from "./experiment.js";

export interface Counted {
  readonly value: number;
  /** None in what was kept or recorded before there were any. */
  readonly interval?: readonly [low: number, high: number];
}

type Told = ExchangeOf<typeof structureAndChance>["answers"]["counted"]["tells"];

/** The variety, and how many of 100 are drawn as asked. */
export function numbersIn({
  spread,
  agreement,
}: Told): Readonly<Record<"variety" | "asked", Counted>> {
  const [variety = Number.NaN, low, high] = spread.data;
  const [asked = Number.NaN, count] = agreement.data;
  return {
    variety: {
      value: variety,
      ...(low !== undefined && high !== undefined && {interval: [low, high]}),
    },
    asked: {value: asked, ...(count !== undefined && {interval: ofShare(asked, count)})},
  };
}

function ofShare(perCent: number, count: number): readonly [number, number] {
  const {low, high} = shareInterval(perCent / 100, count);
  return [100 * low, 100 * high];
}
