import {describe, expect, it} from "vitest";
import {readLink} from "../../../../lib/param-link.js";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {
  askedLink,
  choiceStatus,
  firstSight,
  isAskedRun,
  measuredAt,
} from "../../../../src/experiment/questions/asked-run.js";
import {newRun, type RunRecord} from "../../../../src/experiment/run/run-record.js";
import {vaeDigits} from "../../../../src/experiments/vae-digits/experiment.js";
import {costlyCode} from "../../../../src/experiments/vae-digits/questions.js";

const experiment = vaeDigits as Experiment;
const params = {...defaultParams(experiment.params), beta: 8};
const run: RunRecord = newRun(experiment, 1, params);
const isIt = (more: Partial<RunRecord>) => isAskedRun(costlyCode, experiment, {...run, ...more});

describe("the run that is asked about", () => {
  it("was left alone up to the step that is asked about", () => {
    const change = (step: number, name = "learningRate") => [{step, name, value: 0.1}];
    expect(isIt({})).toBe(true);
    expect(isIt({params: {...params, beta: 1}})).toBe(false);
    expect(isIt({changes: change(299)})).toBe(false);
    expect(isIt({changes: change(300)})).toBe(true);
    expect(isIt({changes: change(100, "maxSteps")})).toBe(true);
    expect(isIt({parts: [{step: 10, kind: "generator", count: 2}]})).toBe(false);
  });

  it("counts by what was measured at that very step", () => {
    const measured = (step: number) => ({step, scalars: {}, floors: {}, arrays: {}});
    const measurements = [measured(200), measured(400)];
    expect(measuredAt(costlyCode, {...run, measurements})).toBeUndefined();
    const all = [measured(200), measured(300)];
    expect(measuredAt(costlyCode, {...run, measurements: all})).toBe(all[1]);
  });

  it("is what the link sets", () => {
    const {params: set, errors} = readLink(
      experiment.params,
      "vae-digits",
      askedLink(costlyCode, experiment),
    );
    expect(errors).toEqual([]);
    expect(set).toEqual({beta: 8, maxSteps: 300});
  });

  it("keeps its first picture at that step or later, whatever is looked at afterwards", () => {
    const look = firstSight(costlyCode);
    const at = (step: number, shade: number): RunRecord => {
      run.snapshot = {
        step,
        arrays: {plane: {data: new Uint8Array(225 * 4).fill(shade), shape: [225, 2, 2, 1]}},
      };
      return run;
    };
    expect(look(at(290, 1))).toBeUndefined();
    expect(look(at(303, 2))).toMatchObject({step: 303, picture: {columns: 5, isPlane: true}});
    expect(look(at(100, 3))?.picture.images.data[0]).toBe(2);
    expect(look({...run})).toBeUndefined();
  });
});

describe("a choice", () => {
  it.each([
    [true, "idle", 0, false, false, "open"],
    [true, "idle", 0, false, true, "recorded"],
    [true, "loading", 0, false, true, "running"],
    [true, "running", 120, false, false, "running"],
    [true, "paused", 120, false, false, "running"],
    [true, "running", 400, true, false, "done"],
    [true, "done", 300, true, true, "done"],
    [false, "running", 400, true, false, "open"],
    [false, "done", 2000, false, true, "recorded"],
  ] as const)(
    "about the run %s, %s at step %i (measured: %s, revealed: %s) is %s",
    (about, status, step, measured, revealed, expected) => {
      expect(choiceStatus(about, {status, step}, measured, revealed)).toBe(expected);
    },
  );
});
