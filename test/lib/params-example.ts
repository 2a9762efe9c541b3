import {type ParamTable, paramTable} from "../../lib/params.js";
import {experiments} from "../../src/experiments/index.js";

const base = {label: "x", help: "x", group: "training"} as const;
/** A param of each kind. */
export const table = paramTable({
  rate: {...base, kind: "number", default: 0.1, min: 0.001, max: 1, step: 0.01},
  count: {...base, kind: "number", default: 4, min: 1, max: 9, step: 1},
  shape: {...base, kind: "choice", default: "ring", options: {ring: "a ring", "a,b & c": "odd"}},
  fast: {...base, kind: "switch", default: false},
  words: {...base, kind: "text", default: "", most: 12, group: "sampling"},
});
export const names = "rate, count, shape, fast, words";
/** Names that every object has, and no table. */
export const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty"];

/** This one and those of all experiments, by name. */
export const tables: [string, ParamTable][] = [
  ["the test's table", table],
  ...Object.values(experiments).map((e): [string, ParamTable] => [e.id, e.params]),
];
