/**
 * Parameters of an experiment: one table makes the form, its reset, the URL and the checks.
 * Names carry their unit where they have one. Values are JSON: numbers, strings and booleans.
 */

import {Complaints} from "./complaints.js";
import {isOwnName, type OwnName} from "./own-name.js";
import type {OwnUse} from "./own-use.js";
import {shownName, shownValue} from "./shown-value.js";

/**
 * What a change does. `training` restarts the run or, if `live`, changes it from its next step on. `sampling` has the worker draw
 * anew with the same weights. `view` stays on the page. The last two touch no weight, so a run keeps only their last values.
 */
export type ParamGroup = "training" | "sampling" | "view";

interface ParamBase {
  readonly label: string;
  readonly help: string;
  readonly group: ParamGroup;
  /** May change while the run goes on. Only for `training`: the others always may. */
  readonly live?: boolean;
  /** Where the view puts its control; without it, it stands in the form. */
  readonly place?: "figure";
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
  /** Where the name of a set of the reader's own pictures is legal, too: what becomes of it. */
  readonly takesOwn?: OwnUse;
}

export interface SwitchParam extends ParamBase {
  readonly kind: "switch";
  readonly default: boolean;
}

/** A line of words, such as what a model is asked for. What they mean is the experiment's to say: any text is legal. */
export interface TextParam extends ParamBase {
  readonly kind: "text";
  readonly default: string;
  /** Characters at most. */
  readonly most: number;
}

export type Param = NumberParam | ChoiceParam | SwitchParam | TextParam;
export type ParamTable = Readonly<Record<string, Param>>;
export type ParamValue = number | string | boolean;

/** The values a table describes: a number, a string or a boolean by the param's kind. */
export type Params<T extends ParamTable = ParamTable> = {
  readonly [K in keyof T]: T[K] extends NumberParam
    ? number
    : T[K] extends SwitchParam
      ? boolean
      : T[K] extends ChoiceParam
        ?
            | (keyof T[K]["options"] & string)
            | (T[K] extends {readonly takesOwn: OwnUse} ? OwnName : never)
        : T[K] extends TextParam
          ? string
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
      return `invalid ${name}: ${shownValue(value)} (${numberRange(param)})`;
    case "choice":
      if (typeof value === "string" && Object.hasOwn(param.options, value)) return undefined;
      if (param.takesOwn && isOwnName(value)) return undefined;
      return `unknown ${name}: ${shownValue(value)} (one of ${choices(param)})`;
    case "switch":
      if (typeof value === "boolean") return undefined;
      return `invalid ${name}: ${shownValue(value)} (true or false)`;
    case "text":
      if (typeof value === "string" && value.length <= param.most && isLine(value))
        return undefined;
      return `invalid ${name}: ${shownValue(value)} (a line of at most ${param.most} characters)`;
  }
}

function choices({options, takesOwn}: ChoiceParam): string {
  const own = takesOwn ? ["own- and 12 digits, of pictures of your own"] : [];
  return [...Object.keys(options), ...own].join(", ");
}

/** Whether `text` is one line, without control characters and without halves of a character, which no link can hold. */
function isLine(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text);
}

function numberRange({min, max, step}: NumberParam): string {
  return `${Number.isInteger(step) ? "a whole number" : "a number"} from ${min} to ${max}`;
}

function onGrid({step}: NumberParam, value: number): boolean {
  return !Number.isInteger(step) || Number.isInteger(value);
}

/** Every default of the table. */
export function defaultParams<T extends ParamTable>(table: T): Params<T> {
  return Object.fromEntries(Object.entries(table).map(([k, p]) => [k, p.default])) as Params<T>;
}

/** A complete, checked set of values: those of `given`, defaults elsewhere. Throws a RangeError that names the
 * unknown names and illegal values. */
export function parseParams<T extends ParamTable>(
  table: T,
  given: Readonly<Record<string, unknown>>,
): Params<T> {
  const wrong = new Complaints();
  for (const [name, value] of Object.entries(given)) {
    const param = ownParam(table, name);
    const error = param ? paramError(name, param, value) : unknownParam(table, "param", name);
    if (error) wrong.add(error);
  }
  if (wrong.list.length > 0) throw new RangeError(wrong.list.join("; "));
  return {...defaultParams(table), ...given} as Params<T>;
}

/** Whether every value of `a` is that of `b`. */
export function isSameParams(a: Params, b: Params): boolean {
  return Object.keys(a).every((name) => a[name] === b[name]);
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
export function ownParam(table: ParamTable, name: string): Param | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** That `name` is none of the table's, as an error says it. */
export function unknownParam(table: ParamTable, what: string, name: string): string {
  return `unknown ${what}: ${shownName(name)} (one of ${Object.keys(table).join(", ")})`;
}
