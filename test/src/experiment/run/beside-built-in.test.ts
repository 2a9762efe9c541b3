import {expect, test} from "vitest";
import {defaultParams} from "../../../../lib/params.js";
import {besideBuiltIn, type Driven} from "../../../../src/experiment/run/beside-built-in.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import type {Status} from "../../../../src/experiment/run/run-state.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const driver = {part: "generatorLoss", code: "", standing: "notebook"} as const;

/** A trainer that notes what it is asked to do; the test moves it on. */
function fake() {
  const listeners = new Set<() => void>();
  let number = 0;
  const freshRun = () => newRun(ganPlane, ++number, defaultParams(ganPlane.params));
  const asked: string[] = [];
  const trainer = {
    run: freshRun(),
    status: "idle" as Status,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async train() {
      asked.push(`train ${this.run.number}`);
    },
    async drive(given: typeof driver | undefined) {
      asked.push(`drive with ${given?.part}`);
      this.run = Object.assign(freshRun(), given && {driver: given});
      this.status = "idle";
    },
  };
  const tell = () => {
    for (const listen of listeners) listen();
  };
  return {trainer: trainer as unknown as Driven & typeof trainer, asked, listeners, tell};
}

test("trains the built-in part until its last picture is there, and then the reader's", async () => {
  const {trainer, asked, listeners, tell} = fake();
  const came = besideBuiltIn(trainer, driver);
  trainer.status = "paused";
  tell(); // the reader pauses, and goes on
  trainer.run.step = 20;
  trainer.status = "done";
  tell();
  await Promise.resolve();
  expect(asked).toEqual(["train 1"]);
  trainer.run.snapshot = {step: 20, arrays: {}};
  tell();
  expect(await came).toBe(true);
  expect(asked).toEqual(["train 1", "drive with generatorLoss", "train 2"]);
  expect(listeners.size).toBe(0);
});

test("takes a run that is done as the built-in one, unless it was driven itself", async () => {
  const {trainer, asked, tell} = fake();
  Object.assign(trainer.run, {step: 20, snapshot: {step: 20, arrays: {}}});
  trainer.status = "done";
  expect(await besideBuiltIn(trainer, driver)).toBe(true);
  expect(asked.splice(0)).toEqual(["drive with generatorLoss", "train 2"]);
  trainer.status = "done";
  const came = besideBuiltIn(trainer, driver);
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual(["drive with undefined", "train 3"]);
  trainer.status = "failed";
  tell();
  expect(await came).toBe(false);
});

test("does not begin the reader's where the first run gives way to another", async () => {
  const {trainer, asked, tell} = fake();
  const came = besideBuiltIn(trainer, driver);
  await trainer.drive(undefined);
  tell();
  expect(await came).toBe(false);
  expect(asked).toEqual(["train 1", "drive with undefined"]);
});
