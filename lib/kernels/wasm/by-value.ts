/** Kernels of which every output is a function of one value of each input: threads take vectors of four outputs. */
import type {Exports} from "./binary.js";
import type {Heap} from "./heap.js";

/** What a value costs, in products (heap.ts): a pass over memory, and one with an exponential or a logarithm. */
export const passWork = 5;
export const exponentialWork = 30;

/**
 * Calls `name` for `count` values; `argumentsOf` says with which arguments for `count` of them, `skip` bytes from the first value of each array
 * on.
 */
export function computeByValue<Name extends keyof Exports>(
  heap: Heap,
  name: Name,
  {count, work}: {readonly count: number; readonly work: number},
  argumentsOf: (count: number, skip: number) => Parameters<Exports[Name]>,
): void {
  heap.inParts(name, work * count, Math.ceil(count / 4), ({first, count: vectors}) =>
    argumentsOf(Math.min(4 * vectors, count - 4 * first), 16 * first),
  );
}
