import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {branchRun, newRun, paramsNow, showWith} from "../../../../src/experiment/run/run-record.js";
import {everyChange, whatChanged} from "../../../../src/experiment/run/what-changed.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const params = defaultParams(ganPlane.params);

function runOf(number: number, step: number) {
  return Object.assign(newRun(ganPlane, number, params), {step});
}

const rate = (step: number, value: number) => ({step, name: "learningRate", value});

describe("what changed", () => {
  it("says what changed from run to run", () => {
    const before = runOf(1, 2);
    const after = newRun(ganPlane, 2, {...params, seed: 8, learningRate: 0.01});
    expect(whatChanged(ganPlane, after, before)).toBe("Seed 7 → 8, Learning rate 0.002 → 0.01");
    expect(whatChanged(ganPlane, newRun(ganPlane, 3, params), before)).toBe(
      "nothing: same settings, same seed",
    );
    expect(whatChanged(ganPlane, branchRun(before, 4, 1), before)).toBe(
      "branched from run 1 at step 1",
    );
  });

  it("says whose function took a part's place", () => {
    const driver = {part: "generatorLoss", code: "export {}", standing: "opened"} as const;
    const driven = newRun(ganPlane, 2, params, {inputs: {}, driver});
    expect(whatChanged(ganPlane, driven, runOf(1, 2))).toBe("generatorLoss built in → a file’s");
    expect(whatChanged(ganPlane, driven, undefined)).toBe(
      "the first run, with the generatorLoss of a file",
    );
  });

  it("tells what pictures are drawn with like any other setting, words in quotation marks", () => {
    const row = {label: "Asked", help: "", group: "sampling"} as const;
    const asked = {...row, kind: "text", default: "", most: 9} as const;
    const asking = {...ganPlane, params: {...ganPlane.params, asked}} as unknown as Experiment;
    const before = newRun(asking, 1, {...params, asked: ""});
    const after = newRun(asking, 2, {...params, asked: ""});
    showWith(after, "asked", "70");
    expect(whatChanged(asking, after, before)).toBe("Asked “” → “70”");
    expect(paramsNow(after, 0).asked).toBe("70");
  });

  it("names the live changes of the first run too, each with its step", () => {
    const run = runOf(1, 300);
    run.changes = [rate(120, 0.001), {step: 200, name: "discriminatorSteps", value: 2}];
    expect(whatChanged(ganPlane, run, undefined)).toBe(
      "the first run, at step 120: Learning rate 0.001, at step 200: Judge's steps per step 2",
    );
  });

  it("leaves out what held for no step: a slider on its way, and what was put back", () => {
    const run = runOf(1, 300);
    run.changes = [rate(120, 0.005), rate(120, 0.004), rate(120, 0.001), rate(130, 0.001)];
    expect(everyChange(ganPlane, run)).toEqual(["at step 120: Learning rate 0.001"]);
  });

  it("tells the first live changes at once, counts the others, and has a list of all", () => {
    const run = runOf(1, 30_000);
    run.changes = Array.from({length: 20_000}, (_, i) => rate(i, 1 + i));
    const told = whatChanged(ganPlane, run, runOf(0, 3)).split(", ");
    expect(told).toHaveLength(9);
    expect(told.at(-1)).toBe("19992 more live changes");
    expect(everyChange(ganPlane, run)).toHaveLength(20_000);
  });
});
