import type {RunChange} from "../../lib/training/run-file-type.js";

/** A live change with the value that it took the place of. */
export interface ToldChange extends RunChange {
  readonly before: RunChange["value"] | undefined;
}

/**
 * The live changes that held for a step, in their order: of several of one param after the same step, as a slider makes them, the last.
 * `first` are the params that the run began with.
 */
export function heldChanges(
  changes: readonly RunChange[],
  first: Readonly<Record<string, RunChange["value"]>>,
): ToldChange[] {
  const last = new Map(changes.map((change) => [`${change.name} ${change.step}`, change]));
  const now = {...first};
  return [...last.values()]
    .sort((a, b) => a.step - b.step)
    .flatMap((change) => {
      const before = now[change.name];
      now[change.name] = change.value;
      return before === change.value ? [] : [{...change, before}];
    });
}

const mostTold = 8;

/** Live changes in words: the first few, and how many more there are. */
export function toldChanges(
  changes: readonly RunChange[],
  words: (change: RunChange) => string,
): string[] {
  const told = changes.slice(0, mostTold).map(words);
  const more = changes.length - told.length;
  return more > 0 ? [...told, `${more} more live changes`] : told;
}
