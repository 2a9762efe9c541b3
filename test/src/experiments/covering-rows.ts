/**
 * Rows of params in which every end of every param occurs, and as many pairs of ends as there is room for: a greedy covering array
 * (Cohen and others, "The AETG System", 1997). Most faults come from one value, or from two together.
 */
import type {Param, Params, ParamTable, ParamValue} from "../../../lib/params.js";

export type Row = Readonly<Record<string, ParamValue>>;

/** There are more rows only where some param has more ends, or dear ones, than this. */
export const mostRows = 8;

interface End {
  readonly name: string;
  readonly value: ParamValue;
}

/** The ends of a row of the form, or all that it offers. */
export function endsOf(param: Param): readonly ParamValue[] {
  switch (param.kind) {
    case "number":
      return [param.min, param.max];
    case "switch":
      return [false, true];
    case "choice":
      return Object.keys(param.options);
    case "text":
      return ["", "?".repeat(param.most)];
  }
}

/** The ends that rows must have. What touches no weight is tried at every end by the contract, in one session: here two are enough. */
export function rowEndsOf(param: Param): readonly ParamValue[] {
  const ends = endsOf(param);
  return param.group === "training" ? ends : [ends[0]!, ends.at(-1)!];
}

/** Those of `row` that cost time: the params called `dear`, away from what they are in `least`. */
export function dearOf(row: Row, dear: readonly string[], least: Params): readonly string[] {
  return dear.filter((name) => name in row && row[name] !== least[name]);
}

/** The rows for `table`, the same whenever it is asked. What is dear occurs once each, and no two of them in a row. */
export function coveringRows(
  table: ParamTable,
  dear: readonly string[],
  least: Params,
): readonly Row[] {
  const all = Object.entries(table).flatMap(([name, param]) =>
    rowEndsOf(param).map((value) => ({name, value})),
  );
  const isDear = (end: End) => dearOf({[end.name]: end.value}, dear, least).length > 0;
  // Each that is dear has a row of its own, so they come first, while most other ends are still missing.
  const ends = [...all.filter(isDear), ...all.filter((end) => !isDear(end))];
  const missing = new Missing(ends, isDear);
  const rows: Row[] = [];
  for (let seed = missing.next(rows.length); seed; seed = missing.next(rows.length)) {
    const row = filled(seed, ends, isDear, missing);
    missing.remove(row);
    rows.push(Object.fromEntries(row.map(({name, value}) => [name, value])));
  }
  return rows;
}

/** A row that holds `seed` and, one param after the other, the end that covers most of what is missing. */
function filled(
  seed: readonly End[],
  ends: readonly End[],
  isDear: (end: End) => boolean,
  missing: Missing,
): readonly End[] {
  const row = [...seed];
  for (const name of new Set(ends.map((end) => end.name))) {
    if (row.some((end) => end.name === name)) continue;
    const free = ends.filter((end) => end.name === name && !isDear(end));
    const gains = free.map((end) => missing.gain(end, row));
    row.push(free[gains.indexOf(Math.max(...gains))]!);
  }
  return row;
}

/** The ends and the pairs of them that no row has yet. */
class Missing {
  readonly #ends = new Map<string, End>();
  readonly #pairs = new Map<string, readonly [End, End]>();

  constructor(ends: readonly End[], isDear: (end: End) => boolean) {
    for (const [i, a] of ends.entries()) {
      this.#ends.set(key(a), a);
      for (const b of ends.slice(i + 1))
        if (a.name !== b.name && !isDear(a) && !isDear(b)) this.#pairs.set(pairKey(a, b), [a, b]);
    }
  }

  /** What the next row is made for: an end that is missing, and while there is room, a pair. */
  next(rows: number): readonly End[] | undefined {
    const [end] = this.#ends.values();
    if (end) return [end];
    const [pair] = this.#pairs.values();
    return rows < mostRows ? pair : undefined;
  }

  /** An end counts for more than any number of pairs. */
  gain(end: End, row: readonly End[]): number {
    const pairs = row.filter((other) => this.#pairs.has(pairKey(end, other))).length;
    return pairs + (this.#ends.has(key(end)) ? 1000 : 0);
  }

  remove(row: readonly End[]): void {
    for (const a of row) {
      this.#ends.delete(key(a));
      for (const b of row) this.#pairs.delete(pairKey(a, b));
    }
  }
}

function key({name, value}: End): string {
  return JSON.stringify([name, value]);
}

function pairKey(a: End, b: End): string {
  return [key(a), key(b)].sort().join();
}

/**
 * Runs `row`. When that fails, runs each of its values that `least` has not by itself, and throws an error that names the row, what
 * happened, and which of them fail alone.
 */
export async function runRow(
  row: Row,
  least: Params,
  run: (row: Row) => Promise<unknown>,
): Promise<void> {
  const failure = await failureOf(() => run(row));
  if (failure === undefined) return;
  const alone: string[] = [];
  for (const [name, value] of Object.entries(row))
    if (value !== least[name] && (await failureOf(() => run({[name]: value}))) !== undefined)
      alone.push(`${name} ${value}`);
  const words = alone.length > 0 ? alone.join(", ") : "none of its values";
  throw new Error(`${JSON.stringify(row)}: ${failure}\nfails alone: ${words}`);
}

function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  return work().then(
    () => undefined,
    // A session refuses with a problem, which is no Error but has a message too.
    (error: {readonly message?: string}) => error.message ?? String(error),
  );
}
