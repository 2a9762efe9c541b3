/** A table's params by what a change to them does. */
import type {Param, ParamGroup, Params, ParamTable} from "./params.js";

/** The values of those params of `T` that are of one of the groups `G`. */
export type GroupParams<T extends ParamTable, G extends ParamGroup> = {
  readonly [Name in keyof T as IsOneOf<T[Name]["group"], G> extends true
    ? Name
    : never]: Params<T>[Name];
};

/** Of a table that is not known, each param may be of any group. */
type IsOneOf<Known extends ParamGroup, G extends ParamGroup> = [Known & G] extends [never]
  ? false
  : true;

/** What the worker is told: a view param is the page's alone. */
export type WorkerParams<T extends ParamTable = ParamTable> = GroupParams<
  T,
  "training" | "sampling"
>;

export type SamplingParams<T extends ParamTable = ParamTable> = GroupParams<T, "sampling">;

/** Those of `params` that decide what is trained: two runs with the same ones have the same weights. */
export function trainingParams(table: ParamTable, params: Params): Params {
  return ofGroups(table, params, ["training"]);
}

export function samplingParams(table: ParamTable, params: Params): Params {
  return ofGroups(table, params, ["sampling"]);
}

export function viewParams(table: ParamTable, params: Params): Params {
  return ofGroups(table, params, ["view"]);
}

export function workerParams(table: ParamTable, params: Params): Params {
  return ofGroups(table, params, ["training", "sampling"]);
}

/** Whether the param may change without a new run. */
export function isOpenMidRun({group, live}: Param): boolean {
  return group !== "training" || live === true;
}

/** In the order of the table. */
function ofGroups(table: ParamTable, params: Params, groups: readonly ParamGroup[]): Params {
  const names = Object.keys(table).filter((name) => groups.includes(table[name]!.group));
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(params, name)).map((name) => [name, params[name]!]),
  );
}
