import {describe, expect, it} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import {CheckpointStore} from "../../../../lib/training/checkpoints.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import type {Checkpoint} from "../../../../lib/training/protocol.js";
import {RunKeeping} from "../../../../src/experiment/run/run-keeping.js";
import {newRun, showWith} from "../../../../src/experiment/run/run-record.js";
import type {Changed} from "../../../../src/experiment/run/run-state.js";
import type {Trainer} from "../../../../src/experiment/run/trainer.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import {checkpointAt} from "./checkpoint-at.js";

const params = defaultParams(ganPlane.params);

/** A training by a clock of its own: progress four times a second, a checkpoint every `cadence` steps. */
function start({msPerStep = 20, cadence = 10_000, writeMs = 0} = {}) {
  const timers: {at: number; work: () => void}[] = [];
  const written: number[] = [];
  let nowMs = 0;
  let asked = 0;
  const trainer = {
    experiment: ganPlane as Experiment,
    status: "running",
    run: newRun(ganPlane as Experiment, 1, params),
    checkpoints: new CheckpointStore(),
    request: async () => {
      asked += 1;
      return checkpointAt(trainer.run.step);
    },
  };
  const later = (work: () => void, ms: number) => timers.push({at: nowMs + ms, work});
  const keeping = new RunKeeping(trainer as unknown as Trainer, {
    now: () => nowMs,
    later,
    write: (_, {step}) =>
      new Promise<void>((resolve) => {
        const done = () => {
          written.push(step);
          resolve();
        };
        if (writeMs === 0) done();
        else later(done, writeMs);
      }),
  });
  const follow = (changed: Changed) => keeping.follow(changed);
  const settle = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    nowMs += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= nowMs) timer.work();
      else timers.push(timer);
    }
    await settle();
  };
  const {run} = trainer;
  const train = async (steps: number) => {
    for (let i = 0; i < steps; i++) {
      run.step += 1;
      for (const list of Object.values(run.curves)) list.append([run.step]);
      await pass(msPerStep);
      const isTold = Math.floor(nowMs / 250) !== Math.floor((nowMs - msPerStep) / 250);
      if (isTold || msPerStep >= 250) follow("curves");
      if (run.step % cadence === 0) {
        trainer.checkpoints.add(checkpointAt(run.step));
        follow("run");
      }
      await settle();
    }
  };
  follow("status");
  return {trainer, keeping, follow, train, pass, written, asked: () => asked};
}

const gaps = (steps: readonly number[]) => steps.map((step, i) => step - (steps[i - 1] ?? 0));

describe("a run is kept", () => {
  it.each([
    [5, 10_000],
    [20, 10_000],
    [20, 100],
    [20, 7],
    [400, 10_000],
    [900, 50],
  ])(
    "so that a reload costs at most 5 s: steps of %i ms, a checkpoint every %i",
    async (ms, cadence) => {
      const {train, written, trainer} = start({msPerStep: ms, cadence});
      const steps = Math.round(30_000 / ms);
      await train(steps);
      const lost = [...gaps(written), trainer.run.step - written.at(-1)!];
      expect(Math.max(...lost) * ms).toBeLessThanOrEqual(5000);
    },
  );

  it("no more often than every 3 s, however often a checkpoint comes", async () => {
    const {train, written, asked} = start({cadence: 5});
    await train(1500); // 30 s
    expect(written.length).toBeLessThanOrEqual(11);
    expect(asked()).toBeLessThanOrEqual(10);
  });

  it("one writing after the other where the disk is slow, and none is asked for meanwhile", async () => {
    const {train, written, asked, pass} = start({writeMs: 4000});
    await train(1500);
    await pass(4000);
    expect(asked()).toBeLessThanOrEqual(8);
    expect(written).toEqual([...written].sort((a, b) => a - b));
  });

  it("when it pauses, and when the page goes, at once and once", async () => {
    const {train, trainer, follow, written, keeping, pass} = start({cadence: 50});
    await train(60); // 1.2 s
    expect(written).toEqual([]);
    keeping.keepNow();
    await pass(0);
    keeping.keepNow();
    await pass(0);
    expect(written).toEqual([50]);
    trainer.checkpoints.add(checkpointAt(60));
    trainer.status = "paused";
    follow("status");
    follow("run");
    await pass(0);
    expect(written).toEqual([50, 60]);
  });

  it("with what its pictures are drawn with, a while after a hand has moved it", async () => {
    const {trainer, follow, written, pass} = start();
    trainer.status = "paused";
    trainer.run.step = 10;
    trainer.checkpoints.add(checkpointAt(10));
    follow("run");
    for (let i = 0; i < 20; i++) {
      showWith(trainer.run, "seed", i);
      follow("run");
      await pass(10);
    }
    expect(written).toEqual([10]);
    await pass(3000);
    await pass(3000);
    expect(written).toEqual([10, 10]);
  });

  it("not with steps that another run has taken meanwhile", async () => {
    const {trainer, train, written, pass} = start();
    let give = (_: Checkpoint) => {};
    trainer.request = () => new Promise((resolve) => (give = resolve));
    await train(200);
    trainer.run = newRun(ganPlane as Experiment, 2, params);
    give(checkpointAt(150));
    await pass(0);
    expect(written).toEqual([]);
  });
});
