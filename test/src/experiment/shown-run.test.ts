import {readFileSync} from "node:fs";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import type {Snapshot} from "../../../lib/training/protocol.js";
import {unpackRecording} from "../../../lib/training/recording.js";
import {keepBack, reveal} from "../../../src/experiment/questions/kept-back.js";
import {RecordedRun} from "../../../src/experiment/recording.js";
import {recordedRun} from "../../../src/experiment/run/recorded.js";
import {runAt} from "../../../src/experiment/run/run-at.js";
import {newRun, type RunRecord} from "../../../src/experiment/run/run-record.js";
import type {Trainer} from "../../../src/experiment/run/trainer.js";
import {ShownRun} from "../../../src/experiment/shown-run.js";
import type {ExperimentView} from "../../../src/experiment/view.js";
import {experiments} from "../../../src/experiments/index.js";
import {defaultParams} from "../../../src/lib/params.js";

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
  const shown = new ShownRun(
    trainer as unknown as Trainer,
    view as ExperimentView,
    new RecordedRun(experiments[id]!, undefined),
  );
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

beforeEach(() => {
  const bytes = (href: string) => new Uint8Array(readFileSync(`data/recorded/${href}.bin.gz`));
  vi.stubGlobal("fetch", async (href: string) => new Response(bytes(href)));
});
afterEach(() => void vi.unstubAllGlobals());

/** A reader's run before its first step, with `changed` params, beside the recorded one. */
async function untrained(changed: object = {}, id = "gan-plane") {
  const experiment = experiments[id]!;
  const params = {...defaultParams(experiment.params), seed: 4821, ...changed};
  const begin = (given: object) => {
    trainer.run = trainer.here = newRun(experiment, 1, {...trainer.run.params, ...given});
    shown.follow();
    shown.draw();
  };
  const trainer = {
    experiment,
    run: newRun(experiment, 1, params) as RunRecord,
    here: newRun(experiment, 1, params) as RunRecord,
    status: "idle",
    checkpoints: {steps: [0]},
    destination: 0,
    emit: () => shown.drawAnew(),
  };
  trainer.here = trainer.run;
  const pictures: RunRecord[] = [];
  const view = {drawSnapshot: (_: Snapshot, of: RunRecord) => pictures.push(of), drawRun: () => {}};
  const files = {start: {href: `${id}.start`}, whole: {href: id}};
  const recording = new RecordedRun(experiment, files);
  const shown = new ShownRun(
    trainer as unknown as Trainer,
    view as unknown as ExperimentView,
    recording,
  );
  await recording.fetchStart();
  shown.draw();
  return {trainer, shown, recording, pictures, begin};
}

describe("before the first step", () => {
  it.each(Object.keys(experiments))("%s is seen as its recorded run began", async (id) => {
    const {shown, pictures} = await untrained({}, id);
    expect(pictures.map(({origin, step, snapshot}) => [origin, step, snapshot!.step])).toEqual([
      ["recorded", 0, 0],
    ]);
    expect([shown.isEmpty, shown.isStale]).toEqual([true, false]);
  });

  it("a picture of other settings is none of the run to come, and is not passed off as one", async () => {
    const {trainer, shown, pictures, begin} = await untrained();
    begin({points: "spots"});
    expect([shown.isStale, pictures.length]).toEqual([true, 1]);
    trainer.run.snapshot = {step: 0, arrays: {}};
    shown.drawSnapshot();
    expect([shown.isStale, pictures.at(-1)]).toEqual([false, trainer.run]);
    begin({points: "ring"});
    expect([shown.isStale, pictures.at(-1)!.origin]).toEqual([false, "recorded"]);
  });

  it("another length or seed changes nothing of how a run begins; what it is drawn with does", async () => {
    expect((await untrained({maxSteps: 20})).shown.run.origin).toBe("recorded");
    expect((await untrained({learningRate: 0.1})).shown.run.origin).toBe("live");
    expect((await untrained({strength: 2}, "vae-faces")).shown.run.origin).toBe("live");
  });
});

describe("the recorded run", () => {
  it.each(Object.keys(experiments))(
    "of %s is shown when asked for, and gone back in",
    async (id) => {
      const {shown, recording, pictures} = await untrained({}, id);
      expect(await recording.show()).toBe(true);
      const {steps, position, last} = shown.time;
      expect(steps.length).toBeGreaterThan(2);
      expect([steps[0], steps.at(-1), position]).toEqual([0, last, last]);
      await shown.seek(steps[1]!);
      expect([shown.run.step, shown.time.position]).toEqual([steps[1], steps[1]]);
      expect(pictures.at(-1)!.snapshot!.step).toBe(steps[1]);
      expect(shown.run.measurements.every(({step}) => step <= steps[1]!)).toBe(true);
      await shown.seek(0);
      expect(shown.run.snapshot).toEqual(recording.start!.snapshot);
      await shown.seek(last);
      expect(shown.run).toBe(recording.shown);
      recording.hide();
      expect([shown.run.step, shown.time.isRecorded]).toEqual([0, undefined]);
    },
  );

  it("gives way as soon as the reader trains, or sets something else", async () => {
    const {trainer, shown, recording, begin} = await untrained();
    await recording.show();
    shown.follow();
    expect(shown.run.step).toBeGreaterThan(0);
    trainer.status = "loading";
    shown.follow();
    expect(recording.shown).toBeUndefined();
    await recording.show();
    begin({points: "spots"});
    expect(recording.shown).toBeUndefined();
  });

  it("may be looked at while the reader's own run goes on", async () => {
    const {trainer, shown, recording} = await untrained();
    trainer.status = "running";
    shown.follow();
    await recording.show();
    shown.follow();
    expect(shown.run.origin).toBe("recorded");
    trainer.status = "done";
    shown.follow();
    expect(shown.run.origin).toBe("recorded");
  });

  it("keeps back what is to be guessed, where it was gone back to", async () => {
    const {shown, recording} = await untrained();
    const numbers = () => shown.run.measurements.map(({scalars}) => scalars.divergence);
    keepBack("gan-plane", "divergence");
    await recording.show();
    await shown.seek(shown.time.steps.at(-2)!);
    const at = shown.run.step;
    expect(new Set(numbers())).toEqual(new Set([undefined]));
    reveal("gan-plane", "divergence");
    await recording.keepBackAgain();
    expect([shown.run.step, numbers().every((value) => value! > 0)]).toEqual([at, true]);
  });
});
