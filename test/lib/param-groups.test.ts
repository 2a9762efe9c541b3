import {expect, expectTypeOf, test} from "vitest";
import {
  type GroupParams,
  isOpenMidRun,
  samplingParams,
  trainingParams,
  viewParams,
  type WorkerParams,
  workerParams,
} from "../../lib/param-groups.js";
import {defaultParams, type Params, paramTable} from "../../lib/params.js";

const base = {label: "x", help: "x"} as const;
const number = {...base, kind: "number", default: 2, min: 1, max: 9, step: 1} as const;
const table = paramTable({
  width: {...number, group: "training"},
  rate: {...number, group: "training", live: true},
  guidance: {...number, group: "sampling"},
  prompt: {...base, kind: "text", default: "a dog", most: 20, group: "sampling"},
  grid: {...base, kind: "switch", default: true, group: "view"},
});
const params = defaultParams(table);

test("each group has its own values, in the order of the table", () => {
  expect(trainingParams(table, params)).toEqual({width: 2, rate: 2});
  expect(samplingParams(table, params)).toEqual({guidance: 2, prompt: "a dog"});
  expect(viewParams(table, params)).toEqual({grid: true});
  expect(Object.keys(workerParams(table, params))).toEqual(["width", "rate", "guidance", "prompt"]);
});

test("what is not there is left out, and what is in no table too", () => {
  expect(workerParams(table, {rate: 3, speed: 1})).toEqual({rate: 3});
});

test("all but training params may change mid-run, and of these the live ones", () => {
  const open = Object.entries(table).filter(([, param]) => isOpenMidRun(param));
  expect(open.map(([name]) => name)).toEqual(["rate", "guidance", "prompt", "grid"]);
});

test("the compiler knows each group's names and values", () => {
  type Sampling = {readonly guidance: number; readonly prompt: string};
  expectTypeOf<GroupParams<typeof table, "sampling">>().toEqualTypeOf<Sampling>();
  expectTypeOf<WorkerParams<typeof table>>().toEqualTypeOf<
    Sampling & {readonly width: number; readonly rate: number} extends infer All
      ? {readonly [Name in keyof All]: All[Name]}
      : never
  >();
  expectTypeOf<WorkerParams>().toEqualTypeOf<Params>();
});
