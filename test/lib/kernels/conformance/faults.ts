/** Which failures are the kernels' fault: TF.js fails some of its own specs on wasm by itself. */
import type {Result} from "./job.js";
import {knownDifferences} from "./known-differences.js";

/** What became of the same specs on TF.js's cpu back end and on its wasm back end, without the kernels and with them. */
export interface Outcomes {
  readonly cpu: readonly Result[];
  readonly stock: readonly Result[];
  readonly ours: readonly Result[];
}

/** A spec that passes without the kernels, or would if TF.js had one that is registered here, and fails with them. */
export interface Fault {
  readonly spec: string;
  readonly message: string;
  /** Why it must be so; undefined where it is a mistake. */
  readonly reason: string | undefined;
}

export function faultsOf(outcomes: Outcomes): Fault[] {
  const [cpu, stock] = [byName(outcomes.cpu), byName(outcomes.stock)];
  return [...byName(outcomes.ours)]
    .filter(([spec, ours]) => isFault(cpu.get(spec), stock.get(spec), ours))
    .map(([spec, {message}]) => ({spec, message, reason: knownDifferences[spec]}));
}

/** Specs that pass in `before` and not in `after`, e.g. because they were lost. */
export function lostBetween(before: readonly Result[], after: readonly Result[]): string[] {
  const results = byName(after);
  return [...byName(before)]
    .filter(([spec, {status}]) => status === "passed" && results.get(spec)?.status !== "passed")
    .map(([spec]) => spec);
}

/** What failed with the kernels and fails without them, too. */
export function failedInBoth({stock, ours}: Pick<Outcomes, "stock" | "ours">): Result[] {
  const before = byName(stock);
  return [...byName(ours)]
    .filter(([spec, {status}]) => status === "failed" && before.get(spec)?.status === "failed")
    .map(([, result]) => result);
}

/** The kernel that TF.js lacks, where a spec failed for that. */
export function missingKernel({message}: Result): string | undefined {
  return /Kernel '(\w+)' not registered/.exec(message)?.[1];
}

function isFault(cpu: Result | undefined, stock: Result | undefined, ours: Result): boolean {
  if (ours.status !== "failed") return false;
  if (stock?.status !== "failed") return true;
  return cpu?.status === "passed" && !!missingKernel(stock) && !missingKernel(ours);
}

/** Some names occur twice in a file: then the second one says so. */
function byName(results: readonly Result[]): Map<string, Result> {
  const named = new Map<string, Result>();
  for (const result of results)
    named.set(freeName(`${result.file}: ${result.name}`, named), result);
  return named;
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>, count = 1): string {
  const tried = count === 1 ? name : `${name} (${count})`;
  return taken.has(tried) ? freeName(name, taken, count + 1) : tried;
}
