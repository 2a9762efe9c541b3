/** What a classifier reads in changed digits, in words. */
import {counted} from "../../controls/format.js";

/** "6, read as 9". */
export function readText(truth: number, read: number): string {
  return truth === read ? `${truth}, read so` : `${truth}, read as ${read}`;
}

export interface Readings {
  /** By digit, and of how many each. */
  readonly kept: readonly number[];
  readonly each: number;
}

/** How many are still read as what they were, and which digit suffers most. */
export function keptText({kept, each}: Readings): string {
  const all = kept.reduce((sum, count) => sum + count, 0);
  const worst = Math.min(...kept);
  const names = kept.flatMap((count, digit) => (count === worst ? [digit] : []));
  const first = `${all} of ${counted(each * kept.length, "digit")} are still read as what they were.`;
  if (worst === each || names.length > 3) return first;
  return `${first} Fewest of ${names.join(" and ")}: ${worst} of ${each}.`;
}
