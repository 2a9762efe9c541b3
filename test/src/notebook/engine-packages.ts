/** The packages of a notebook's engine, as `notebook-worker.ts` hands them in. */
// @ts-expect-error the package has no types; src/notebook/runtime-types.ts has those in use
import {Runtime as ObservableRuntime} from "@observablehq/runtime";
import {parse, parseExpressionAt} from "acorn";
import {transform} from "sucrase";
import type {Parsers} from "../../../src/notebook/cell-code.js";
import type {MakeRuntime} from "../../../src/notebook/runtime-types.js";
import {stripTypes} from "../../../src/notebook/strip-types.js";

export const Runtime = ObservableRuntime as MakeRuntime;

export const parsers: Parsers = {
  strip: (code) => stripTypes(code, transform),
  parse,
  parseExpressionAt,
};
