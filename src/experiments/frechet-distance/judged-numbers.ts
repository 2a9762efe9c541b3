/** What the figures draw of a measurement, and the sum in words. */
import type {JudgedValue} from "../../figures/judging/judgement-table.js";
import type {SetMetricName} from "../../lib/metrics/all-metrics.js";
import type {ScoreAt} from "../../lib/metrics/bias-line.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Measurement} from "../../lib/training/protocol.js";
import type {frechetDistance} from "./experiment.js";

type Judged = Measurement<ExchangeOf<typeof frechetDistance>["measured"]> | undefined;

export function judgedValues(last: Judged, names: readonly SetMetricName[]): JudgedValue[] {
  const intervals = last?.arrays.intervals?.data;
  if (!last || !intervals) return [];
  return names.map((name, i) => ({
    value: last.scalars[name]!,
    interval: {low: intervals[2 * i]!, high: intervals[2 * i + 1]!},
    floor: last.floors[name]!,
  }));
}

/** Scores by number of pictures, the fewest first. */
export function scoresIn(last: Judged): ScoreAt[] {
  const data = last?.arrays.bias?.data ?? new Float32Array(0);
  return Array.from({length: data.length / 2}, (_, i) => ({
    n: data[2 * i]!,
    value: data[2 * i + 1]!,
  }));
}

/** The formula with this measurement's numbers in it. */
export function sumOf(last: Judged): string {
  const terms = last?.arrays.terms?.data;
  if (!last || !terms)
    return "Distance = centres + shapes. Press Train: pictures are judged, 20 a step.";
  const [centres, shapes] = [terms[0]!.toFixed(1), terms[1]!.toFixed(1)];
  const {low, high} = last.floors.frechet!;
  return (
    `Distance of ${last.scalars.samples} pictures: ${centres} for the centres + ${shapes} for the shapes = ` +
    `${last.scalars.frechet!.toFixed(1)}. As many real ones: ${low.toFixed(1)} to ${high.toFixed(1)}.`
  );
}
