/** Values that a database holds and JSON does not, as JSON has them: `{"$": "floats", "v": [1, 2]}` and the like. */

const kinds: Readonly<Record<string, (v: unknown) => unknown>> = {
  floats: (v) => Float32Array.from(listOf(v)),
  bytes: (v) => Uint8Array.from(listOf(v)),
  date: (v) => new Date(String(v)),
  map: (v) => new Map([["v", v]]),
  set: (v) => new Set([v]),
  bigint: () => 10n,
  nan: () => Number.NaN,
  cycle: (v) => {
    const cycle: unknown[] = [v];
    cycle.push(cycle);
    return cycle;
  },
};

export type Stored = Readonly<Record<string, unknown>>;

/** What is stored under each of `names`, by a mutated text: nothing where that is no JSON. */
export function storedIn(text: string, names: readonly string[]): Stored {
  const stored = parsed(text);
  const isRecord = typeof stored === "object" && stored !== null;
  const at = (name: string) =>
    isRecord && Object.hasOwn(stored, name) ? (stored as Stored)[name] : undefined;
  return Object.fromEntries(names.map((name) => [name, at(name)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, revive);
  } catch {
    return undefined;
  }
}

function revive(_: string, value: unknown): unknown {
  const {$: kind, v} = (value ?? {}) as {readonly $?: unknown; readonly v?: unknown};
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) return value;
  return kinds[kind]!(v);
}

function listOf(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}
