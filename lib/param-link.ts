/**
 * Params in a page's address: `#gan-digits.learningRate=0.001&gan-digits.locked=seed,batchSize&gan-digits.hidden=loss`. A link sets
 * them, and may lock or hide them for a class.
 */
import {Complaints} from "./complaints.js";
import {
  changedParams,
  ownParam,
  type Param,
  type Params,
  type ParamTable,
  type ParamValue,
  paramError,
  unknownParam,
} from "./params.js";
import {shownValue} from "./shown-value.js";

/** A link's words about one experiment. `errors` are for the reader: the first of them, and how many more there are. What they name was
 * ignored, nothing else was. */
export interface LinkState {
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  readonly errors: readonly string[];
}

/** Reads from `hash` the entries of the experiment `id`, whose params are those of `table`. Entries of other experiments are passed over. */
export function readLink(table: ParamTable, id: string, hash: string): LinkState {
  const params: Record<string, ParamValue> = {};
  const lists: Record<ListName, string[]> = {locked: [], hidden: []};
  const wrong = new Complaints();
  for (const [key, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    if (!key.startsWith(`${id}.`)) continue;
    const name = key.slice(id.length + 1);
    if (isListName(name)) readList(table, name, text, lists[name], wrong);
    else readParam(table, name, text, params, wrong);
  }
  return {params, ...lists, errors: wrong.list};
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
  wrong: Complaints,
): void {
  for (const name of text.split(",").filter(Boolean)) {
    if (!ownParam(table, name)) wrong.add(unknownParam(table, `param in ${list}`, name));
    else if (!names.includes(name)) names.push(name);
  }
}

function readParam(
  table: ParamTable,
  name: string,
  text: string,
  params: Record<string, ParamValue>,
  wrong: Complaints,
): void {
  const param = ownParam(table, name);
  if (!param) {
    wrong.add(unknownParam(table, "param", name));
    return;
  }
  const value = valueOfText(param, text);
  const error = Object.hasOwn(params, name)
    ? `repeated ${name}: ${shownValue(value)} (the first one counts: ${shownValue(params[name])})`
    : paramError(name, param, value);
  if (error) wrong.add(error);
  else params[name] = value as ParamValue;
}

/** `hash` with this experiment's values replaced by what differs from the defaults, and those of `always` whatever they are. Locks and other
 * entries stay as they are written, a page's own anchor too. */
export function writeLink(
  table: ParamTable,
  id: string,
  params: Params,
  hash: string,
  always: readonly string[] = [],
): string {
  const kept = hash
    .replace(/^#/, "")
    .split("&")
    .filter((entry) => entry !== "" && !holdsParam(entry, id));
  const changed = changedParams(table, params);
  const entries = Object.keys(table)
    .filter((name) => Object.hasOwn(changed, name) || always.includes(name))
    .map((name) => entryOf(id, name, params[name]));
  const written = [...kept, ...entries].join("&");
  return written === "" ? "" : `#${written}`;
}

/** What a link for others is to hold. */
export interface LinkWish {
  readonly params: Params;
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  /** Whether it names the seed, be it the default; otherwise it leaves it out. */
  readonly withSeed: boolean;
}

/** A hash that opens the experiment `id` so, and says nothing else. */
export function linkFor(table: ParamTable, id: string, wish: LinkWish): string {
  const lists = (["locked", "hidden"] as const)
    .filter((list) => wish[list].length > 0)
    .map((list) => `${id}.${list}=${wish[list].join(",")}`);
  const {seed} = wish.params;
  const set = Object.entries(changedParams(table, wish.params)).filter(([name]) => name !== "seed");
  if (wish.withSeed && seed !== undefined) set.push(["seed", seed]);
  const entries = [...lists, ...set.map(([name, value]) => entryOf(id, name, value))];
  return entries.length === 0 ? "" : `#${entries.join("&")}`;
}

function entryOf(id: string, name: string, value: ParamValue | undefined): string {
  return `${encodeURIComponent(`${id}.${name}`)}=${encodeURIComponent(String(value))}`;
}

/** Whether `entry` of a hash is a value of the experiment `id`, not a list and not another's. */
function holdsParam(entry: string, id: string): boolean {
  const [key = ""] = new URLSearchParams(entry).keys();
  return key.startsWith(`${id}.`) && !isListName(key.slice(id.length + 1));
}

/** What `text` stands for as a value of `param`; the text itself where it stands for none, so that a check can name it. */
export function valueOfText(param: Param, text: string): unknown {
  if (param.kind === "number") return decimal.test(text) ? Number(text) : text;
  if (param.kind === "switch") return text === "true" ? true : text === "false" ? false : text;
  return text;
}

/** `Number` would also take "", " 7 ", "0x10" and "Infinity". */
const decimal = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
