/** The score's formula with a measurement's numbers in it, and what the table of its parts shows. */
import type {JudgedValue} from "../../figures/judging/judgement-table.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {type inceptionScore, scoreParts} from "./experiment.js";

type Scored = Measurement<ExchangeOf<typeof inceptionScore>["measured"]> | undefined;

export function partValues(last: Scored): JudgedValue[] {
  const intervals = last?.arrays.intervals?.data;
  if (!last || !intervals) return [];
  return scoreParts.map((name, i) => ({
    value: last.scalars[name]!,
    interval: {low: intervals[2 * i]!, high: intervals[2 * i + 1]!},
    floor: last.floors[name]!,
  }));
}

export function quotientOf(last: Scored): string {
  if (!last) return "Score = kinds ÷ doubt. Press Train: pictures are judged, 20 a step.";
  const {score, kinds, doubt, samples} = last.scalars;
  const {low, high} = last.floors.score!;
  return (
    `Score of ${samples} pictures: ${kinds!.toFixed(2)} kinds ÷ ${doubt!.toFixed(2)} of doubt = ` +
    `${score!.toFixed(2)}. As many real ones: ${low.toFixed(2)} to ${high.toFixed(2)}.`
  );
}
