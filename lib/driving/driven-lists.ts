/** A function of a reader's that makes of each list of numbers another of the same length, such as returns of rewards. */
import type {ReaderFunction} from "./reader-function.js";
import {finiteNumbers} from "./returned-numbers.js";

/** Lists [T] of numbers, for lists [T] and whatever else the function takes. */
export type OutsideLists = (
  lists: readonly ArrayLike<number>[],
  ...rest: readonly number[]
) => Promise<readonly (readonly number[])[]>;

/** The lists of `fn`, which takes one of them at a time, and then the rest. */
export function drivenLists(fn: ReaderFunction): OutsideLists {
  return async (lists, ...rest) => {
    const values = await fn.call(lists.map((list) => [Array.from(list), ...rest]));
    return values.map((value, i) =>
      finiteNumbers(fn.part, value, lists[i]!.length, `a list of ${lists[i]!.length}`),
    );
  };
}
