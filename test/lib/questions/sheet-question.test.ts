import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import {
  askedParams,
  isAsked,
  nearestSheet,
  sheetGap,
} from "../../../lib/questions/sheet-question.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {findSheetQuestion} from "../../../src/experiments/index.js";
import {vaeDigits} from "../../../src/experiments/vae-digits/experiment.js";
import {costlyCode} from "../../../src/experiments/vae-digits/questions.js";

const experiment = vaeDigits as Experiment;
const defaults = defaultParams(experiment.params);

describe("the run that a question is about", () => {
  it("has the question's params, ends at its step, and is otherwise as the experiment starts", () => {
    expect(askedParams(costlyCode, experiment)).toEqual({...defaults, beta: 8, maxSteps: 300});
  });

  it("is known by its settings, whatever its seed and length", () => {
    const isIt = (params: object) =>
      isAsked(costlyCode, experiment.params, {...defaults, ...params});
    expect(isIt({beta: 8})).toBe(true);
    expect(isIt({beta: 8, seed: 99, maxSteps: 5000})).toBe(true);
    expect(isIt({})).toBe(false);
    expect(isIt({beta: 8, width: 128})).toBe(false);
  });

  it("is the same whatever its pictures are drawn with, unless the question says that", () => {
    const base = {
      kind: "number",
      label: "",
      help: "",
      default: 7,
      min: 0,
      max: 9,
      step: 1,
    } as const;
    const table = {...experiment.params, guidance: {...base, group: "sampling"}} as const;
    const drawn = (guidance: number) => ({...defaults, beta: 8, guidance});
    expect(isAsked(costlyCode, table, drawn(3))).toBe(true);
    const guided = {...costlyCode, params: {...costlyCode.params, guidance: 3}};
    expect(isAsked(guided, table, drawn(3))).toBe(true);
    expect(isAsked(guided, table, drawn(7))).toBe(false);
  });
});

describe("the nearest sheet", () => {
  it("is nearest in the measure's unit, or by a factor", () => {
    const byRatio = {...costlyCode, isRatio: true};
    expect(sheetGap(costlyCode, 10, 7)).toBe(3);
    expect(sheetGap(byRatio, 10, 40)).toBeCloseTo(4);
    expect(sheetGap(byRatio, 40, 10)).toBeCloseTo(4);
    expect(nearestSheet(costlyCode, [1, 100], 49)).toBe(0);
    expect(nearestSheet(byRatio, [1, 100], 49)).toBe(1);
    expect(nearestSheet(costlyCode, [0, 5, 2], 3.4)).toBe(2);
  });
});

it("an unknown question is refused with the known ones", () => {
  expect(() => findSheetQuestion("vae-digits.x")).toThrow(
    /unknown sheet question: vae-digits\.x \(one of .*vae-digits\.costlyCode/,
  );
});
