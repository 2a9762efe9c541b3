/** Measures of recorded runs that are kept back on this page, because the reader is asked to guess them first. */
import type {RunRecord} from "../run/run-record.js";

const keptBackOf = new Map<string, Set<string>>();
const watchers = new Set<() => void>();

/** Keeps a measure of the experiment called `id` back. */
export function keepBack(id: string, measure: string): void {
  keptBackOf.set(id, new Set([...(keptBackOf.get(id) ?? []), measure]));
  for (const watcher of watchers) watcher();
}

/** It may be seen from now on. */
export function reveal(id: string, measure: string): void {
  if (keptBackOf.get(id)?.delete(measure)) for (const watcher of watchers) watcher();
}

/** Calls `watcher` when something is kept back or may be seen again, until `signal` aborts. */
export function watchKeptBack(watcher: () => void, signal: AbortSignal): void {
  watchers.add(watcher);
  signal.addEventListener("abort", () => watchers.delete(watcher));
}

/** A run of the experiment called `id` without what is kept back. */
export function withoutKeptBack(id: string, run: RunRecord): RunRecord {
  const keptBack = [...(keptBackOf.get(id) ?? [])];
  if (keptBack.length === 0) return run;
  const measurements = run.measurements.map((measured) => ({
    ...measured,
    scalars: Object.fromEntries(
      Object.entries(measured.scalars).filter(([name]) => !keptBack.includes(name)),
    ),
  }));
  return {...run, measurements, keptBack};
}
