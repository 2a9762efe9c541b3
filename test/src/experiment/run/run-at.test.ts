import {describe, expect, it} from "vitest";
import {dataFile} from "../../../../data/data-file.js";
import {unpackRecording} from "../../../../lib/training/recording.js";
import {recordedRun} from "../../../../src/experiment/run/recorded.js";
import {runAt} from "../../../../src/experiment/run/run-at.js";
import type {RunRecord} from "../../../../src/experiment/run/run-record.js";
import {experiments} from "../../../../src/experiments/index.js";

function recordedOf(id: string): RunRecord {
  const run = recordedRun(unpackRecording(dataFile(`recorded/${id}`)), experiments[id]!);
  const changed = [10, 20, 30].filter((step) => step <= run.step);
  return {
    ...run,
    changes: changed.map((step) => ({step, name: "maxSteps", value: 100 + step})),
    parts: [{step: 18, kind: "generator", count: 5}],
  };
}

/** The latest step that a record has anything of. */
function latest({step, curves, changes, parts, measurements, snapshot}: RunRecord): number {
  return Math.max(
    step,
    ...Object.values(curves).map(({length}) => length),
    ...changes.map((change) => change.step),
    ...parts.map((part) => part.step + part.count),
    ...measurements.map((measurement) => measurement.step),
    snapshot?.step ?? 0,
  );
}

describe("a run as it was", () => {
  it.each(Object.keys(experiments))("has nothing later, and all that was: %s", (id) => {
    const run = recordedOf(id);
    for (const step of [0, 1, 20, Math.floor(run.step / 2), run.step - 1]) {
      const was = runAt(run, step);
      expect(was.step).toBe(step);
      expect(latest(was)).toBe(step);
      expect(Object.keys(was.curves)).toEqual(Object.keys(run.curves));
      for (const [name, {values}] of Object.entries(was.curves))
        expect([...values]).toEqual([...run.curves[name]!.values.subarray(0, step)]);
      expect(was.measurements).toEqual(run.measurements.filter((one) => one.step <= step));
    }
    expect(latest(run)).toBe(run.step);
  });

  it("is itself at its end and beyond", () => {
    const run = recordedOf("gan-plane");
    expect(runAt(run, run.step)).toBe(run);
    expect(runAt(run, run.step + 1)).toBe(run);
  });

  it("has the picture that it is given, never one of a later step", () => {
    const run = recordedOf("gan-plane");
    const picture = (step: number) => ({step, arrays: {}});
    expect(runAt(run, 20, picture(20)).snapshot?.step).toBe(20);
    expect(runAt(run, 20, picture(21)).snapshot).toBeUndefined();
    expect(runAt({...run, snapshot: picture(15)}, 20).snapshot?.step).toBe(15);
  });

  it("does not change with the run", () => {
    const run = recordedOf("gan-plane");
    const was = runAt(run, 20);
    const [name, list] = Object.entries(run.curves)[0]!;
    const before = [...was.curves[name]!.values];
    list.truncate(0);
    list.append(new Float32Array(20));
    expect([...was.curves[name]!.values]).toEqual(before);
  });
});
