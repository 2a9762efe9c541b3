import type {RunChange} from "../../lib/training/run-file-type.js";

const mostTold = 8;

/** The live changes of a run in words: the first few, and how many more there are. */
export function toldChanges(
  changes: readonly RunChange[],
  words: (change: RunChange) => string,
): string[] {
  const told = changes.slice(0, mostTold).map(words);
  const more = changes.length - told.length;
  return more > 0 ? [...told, `${more} more live changes`] : told;
}
