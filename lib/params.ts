/**
 * Parameters of an experiment: one table makes the form, its reset, the URL and the checks.
 * Names carry their unit where they have one. Values are JSON: numbers, strings and booleans.
 */

/** When a change takes effect: `training` restarts the run (or, if `live`, changes it mid-run); `sampling` asks the
 * worker for new samples of the same weights; `view` stays on the page. */
export type ParamGroup = "training" | "sampling" | "view";

interface ParamBase {
  readonly label: string;
  readonly help: string;
  readonly group: ParamGroup;
  /** May change while the run goes on. Only meaningful for `training`. */
  readonly live?: boolean;
}

export interface NumberParam extends ParamBase {
  readonly kind: "number";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** `log` makes the slider geometric; `step` is then the relative precision of the readout, not a grid. */
  readonly scale?: "linear" | "log";
}

export interface ChoiceParam extends ParamBase {
  readonly kind: "choice";
  readonly default: string;
  /** Value to what the reader sees. */
  readonly options: Readonly<Record<string, string>>;
}

export interface SwitchParam extends ParamBase {
  readonly kind: "switch";
  readonly default: boolean;
}

export type Param = NumberParam | ChoiceParam | SwitchParam;
export type ParamTable = Readonly<Record<string, Param>>;
export type ParamValue = number | string | boolean;

/** The values a table describes: a number, a string or a boolean by the param's kind. */
export type Params<T extends ParamTable = ParamTable> = {
  readonly [K in keyof T]: T[K] extends NumberParam
    ? number
    : T[K] extends SwitchParam
      ? boolean
      : T[K] extends ChoiceParam
        ? keyof T[K]["options"] & string
        : ParamValue;
};

/** Keeps the literal types of a table. */
export function paramTable<const T extends ParamTable>(table: T): T {
  return table;
}

/** What is wrong with `value` for this param, with the legal set; `undefined` when nothing is. */
export function paramError(name: string, param: Param, value: unknown): string | undefined {
  switch (param.kind) {
    case "number":
      if (
        typeof value === "number" &&
        value >= param.min &&
        value <= param.max &&
        onGrid(param, value)
      )
        return undefined;
      return `invalid ${name}: ${show(value)} (${numberRange(param)})`;
    case "choice":
      if (typeof value === "string" && Object.hasOwn(param.options, value)) return undefined;
      return `unknown ${name}: ${show(value)} (one of ${Object.keys(param.options).join(", ")})`;
    case "switch":
      if (typeof value === "boolean") return undefined;
      return `invalid ${name}: ${show(value)} (true or false)`;
  }
}

function numberRange({min, max, step}: NumberParam): string {
  return `${Number.isInteger(step) ? "a whole number" : "a number"} from ${min} to ${max}`;
}

function onGrid({step}: NumberParam, value: number): boolean {
  return !Number.isInteger(step) || Number.isInteger(value);
}

function show(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

/** Every default of the table. */
export function defaultParams<T extends ParamTable>(table: T): Params<T> {
  return Object.fromEntries(Object.entries(table).map(([k, p]) => [k, p.default])) as Params<T>;
}

/** A complete, checked set of values: those of `given`, defaults elsewhere. Throws a RangeError that names every
 * unknown name and illegal value. */
export function parseParams<T extends ParamTable>(
  table: T,
  given: Readonly<Record<string, unknown>>,
): Params<T> {
  const errors = Object.entries(given).flatMap(([name, value]) => {
    const param = ownParam(table, name);
    if (!param) return [unknownParam(table, "param", name)];
    return paramError(name, param, value) ?? [];
  });
  if (errors.length > 0) throw new RangeError(errors.join("; "));
  return {...defaultParams(table), ...given} as Params<T>;
}

/** Only what differs from the defaults. */
export function changedParams<T extends ParamTable>(
  table: T,
  params: Params<T>,
): Partial<Params<T>> {
  return Object.fromEntries(
    Object.entries(table)
      .filter(([name, param]) => params[name] !== param.default)
      .map(([name]) => [name, params[name]]),
  ) as Partial<Params<T>>;
}

/** A plain look-up would find `constructor` and `__proto__` in every table. */
function ownParam(table: ParamTable, name: string): Param | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function unknownParam(table: ParamTable, what: string, name: string): string {
  return `unknown ${what}: ${name} (one of ${Object.keys(table).join(", ")})`;
}

/** What a link says of one experiment. `errors` are for the reader; what they name was ignored, nothing else was. */
export interface LinkState {
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Reads `#gan-digits.learningRate=0.001&gan-digits.locked=seed,batchSize&gan-digits.hidden=loss`.
 * Entries of other experiments are passed over.
 */
export function readLink(table: ParamTable, id: string, hash: string): LinkState {
  const params: Record<string, ParamValue> = {};
  const lists: Record<ListName, string[]> = {locked: [], hidden: []};
  const errors: string[] = [];
  for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (!key.startsWith(`${id}.`)) continue;
    const name = key.slice(id.length + 1);
    if (isListName(name)) readList(table, name, text, lists[name], errors);
    else readParam(table, name, text, params, errors);
  }
  return {params, ...lists, errors};
}

type ListName = "locked" | "hidden";

function isListName(name: string): name is ListName {
  return name === "locked" || name === "hidden";
}

function readList(
  table: ParamTable,
  list: ListName,
  text: string,
  names: string[],
  errors: string[],
): void {
  for (const name of text.split(",").filter(Boolean)) {
    if (!ownParam(table, name)) errors.push(unknownParam(table, `param in ${list}`, name));
    else if (!names.includes(name)) names.push(name);
  }
}

function readParam(
  table: ParamTable,
  name: string,
  text: string,
  params: Record<string, ParamValue>,
  errors: string[],
): void {
  const param = ownParam(table, name);
  if (!param) {
    errors.push(unknownParam(table, "param", name));
    return;
  }
  const value = fromText(param, text);
  const error = Object.hasOwn(params, name)
    ? `repeated ${name}: ${show(value)} (the first one counts: ${show(params[name])})`
    : paramError(name, param, value);
  if (error) errors.push(error);
  else params[name] = value as ParamValue;
}

/** `hash` with this experiment's values replaced by what differs from the defaults. Locks and other entries stay as they
 * are written, a page's own anchor too. */
export function writeLink(table: ParamTable, id: string, params: Params, hash: string): string {
  const kept = hash
    .replace(/^#/, "")
    .split("&")
    .filter((entry) => entry !== "" && !holdsParam(entry, id));
  const entries = Object.entries(changedParams(table, params)).map(
    ([name, value]) =>
      `${encodeURIComponent(`${id}.${name}`)}=${encodeURIComponent(String(value))}`,
  );
  const written = [...kept, ...entries].join("&");
  return written === "" ? "" : `#${written}`;
}

/** Whether `entry` of a hash is a value of the experiment `id`, not a list and not another's. */
function holdsParam(entry: string, id: string): boolean {
  const [key = ""] = new URLSearchParams(entry).keys();
  return key.startsWith(`${id}.`) && !isListName(key.slice(id.length + 1));
}

function fromText(param: Param, text: string): unknown {
  if (param.kind === "number") return decimal.test(text) ? Number(text) : text;
  if (param.kind === "switch") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

/** `Number` would also take "", " 7 ", "0x10" and "Infinity". */
const decimal = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
