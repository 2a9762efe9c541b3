import {describe, expect, it} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {unpackRecording} from "../../../lib/training/recording.js";
import {recordedRun} from "../../../src/experiment/run/recorded.js";
import {runAt} from "../../../src/experiment/run/run-at.js";
import type {RunRecord} from "../../../src/experiment/run/run-record.js";
import type {Trainer} from "../../../src/experiment/run/trainer.js";
import {ShownRun} from "../../../src/experiment/shown-run.js";
import type {ExperimentView} from "../../../src/experiment/view.js";
import {experiments} from "../../../src/experiments/index.js";

/** What a view was told to draw, the newest last. */
interface Drawn {
  readonly pictures: RunRecord[];
  readonly steps: {run: RunRecord; compared: readonly RunRecord[]; mark: number | undefined}[];
}

/** A run that stands at its end until the test goes back in it, with a view that notes what it is to draw. */
function start(id = "gan-plane") {
  const whole = recordedRun(unpackRecording(dataFile(`recorded/${id}`)), experiments[id]!);
  const run: RunRecord = {...whole, number: 1, origin: "live"};
  const trainer = {experiment: experiments[id]!, run, here: run as RunRecord, status: "paused"};
  const drawn: Drawn = {pictures: [], steps: []};
  const view: Pick<ExperimentView, "drawSnapshot" | "drawRun"> = {
    drawSnapshot: (_, of) => drawn.pictures.push(of),
    drawRun: (of, compared, mark) => drawn.steps.push({run: of, compared, mark}),
  };
  const shown = new ShownRun(trainer as unknown as Trainer, view as ExperimentView, undefined);
  const goTo = (step: number) => {
    trainer.here = runAt(run, step);
    shown.draw();
    trainer.here = runAt(run, step, {step, arrays: {}});
    shown.drawSnapshot();
  };
  return {run, trainer, drawn, shown, goTo};
}

describe("what is shown of a run", () => {
  it.each(Object.keys(experiments))("has nothing of a later step after going back: %s", (id) => {
    const {run, drawn, shown, goTo} = start(id);
    shown.draw();
    const middle = Math.floor(run.step / 2);
    for (const step of [middle, 0, middle + 1]) {
      goTo(step);
      const {run: last, compared, mark} = drawn.steps.at(-1)!;
      expect([last.step, mark, shown.run.step]).toEqual([step, step, step]);
      expect(last.measurements.every((one) => one.step <= step)).toBe(true);
      expect(drawn.pictures.at(-1)!.snapshot!.step).toBe(step);
      expect(compared).toEqual([run]); // faintly
    }
    expect(shown.isEmpty).toBe(false);
  });

  it("is whole again at its end, with its own picture and no mark", () => {
    const {run, trainer, drawn, shown, goTo} = start();
    shown.draw();
    goTo(10);
    trainer.here = run;
    shown.draw();
    expect(drawn.steps.at(-1)).toEqual({run, compared: [], mark: undefined});
    expect(drawn.pictures.at(-1)).toBe(run);
  });

  it("draws a paused run's figures again with its picture, so that both are of one step", () => {
    const {drawn, trainer, shown} = start();
    shown.drawSnapshot();
    expect(drawn.steps).toHaveLength(1);
    trainer.status = "running";
    shown.drawSnapshot();
    expect(drawn.steps).toHaveLength(1);
    expect(drawn.pictures).toHaveLength(2);
  });
});
