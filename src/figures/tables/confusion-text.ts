import {formatCount, formatNumber} from "../../controls/format.js";

export interface ConfusionCell {
  /** Class numbers: what the pictures are, and what they were taken for. */
  readonly truth: number;
  readonly predicted: number;
}

/** "4 taken for 9: 7 of 200", "4 recognised: 190 of 200". */
export function cellText(
  {truth, predicted}: ConfusionCell,
  names: readonly string[],
  count: number,
  total: number,
): string {
  const what =
    truth === predicted
      ? `${names[truth]} recognised`
      : `${names[truth]} taken for ${names[predicted]}`;
  return `${what}: ${formatCount(count)} of ${formatCount(total)}`;
}

/** Pictures of each true class, [classes]. */
export function rowTotals(counts: ArrayLike<number>, classes: number): number[] {
  return Array.from({length: classes}, (_, t) =>
    Array.from({length: classes}, (_, p) => counts[t * classes + p]!).reduce((a, b) => a + b, 0),
  );
}

/** The mistake made most often, the first one of equals; undefined when there is none. */
export function commonestMistake(
  counts: ArrayLike<number>,
  classes: number,
): ConfusionCell | undefined {
  let most = 0;
  let cell: ConfusionCell | undefined;
  for (let truth = 0; truth < classes; truth++)
    for (let predicted = 0; predicted < classes; predicted++) {
      const count = counts[truth * classes + predicted]!;
      if (truth === predicted || count <= most) continue;
      most = count;
      cell = {truth, predicted};
    }
  return cell;
}

/** "1,934 of 2,000 right (96.7 %); most often 4 is taken for 9 (7 times)". */
export function confusionSummary(counts: ArrayLike<number>, names: readonly string[]): string {
  const classes = names.length;
  const total = rowTotals(counts, classes).reduce((a, b) => a + b, 0);
  if (total === 0) return "not measured yet";
  const right = names.reduce((sum, _, k) => sum + counts[k * classes + k]!, 0);
  const share = `${formatCount(right)} of ${formatCount(total)} right (${formatNumber(100 * (right / total))} %)`;
  const cell = commonestMistake(counts, classes);
  if (!cell) return share;
  const {truth, predicted} = cell;
  const times = counts[truth * classes + predicted]!;
  return `${share}; most often ${names[truth]} is taken for ${names[predicted]} (${timesText(times)})`;
}

function timesText(times: number): string {
  return times === 1 ? "once" : `${formatCount(times)} times`;
}

/** How strongly a cell is filled, from 0 to 1: its share of its row, for mistakes raised so that few are seen too. */
export function cellStrength(count: number, total: number, isRight: boolean): number {
  if (count === 0 || total === 0) return 0;
  const share = count / total;
  return isRight ? share : Math.min(1, 0.35 + 3 * share);
}
