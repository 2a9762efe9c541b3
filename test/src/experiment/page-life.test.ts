import {afterEach, describe, expect, it, vi} from "vitest";
import {pauseWhileHidden} from "../../../src/experiment/page-life.js";
import type {Changed, Status} from "../../../src/experiment/run/run-state.js";
import type {Trainer} from "../../../src/experiment/run/trainer.js";

afterEach(() => vi.unstubAllGlobals());

/** A page that can be hidden, and a trainer whose status the test sets. */
function start() {
  const page = Object.assign(new EventTarget(), {hidden: false});
  vi.stubGlobal("document", page);
  const calls: string[] = [];
  const trainer = {
    status: "idle" as Status,
    isTraining: true,
    pause: async () => calls.push("pause"),
    train: async () => calls.push("train"),
    subscribe(listener: (changed: Changed) => void) {
      this.listener = listener;
    },
    listener: (_: Changed) => {},
  };
  const life = new AbortController();
  pauseWhileHidden(trainer as unknown as Trainer, life.signal);
  return {
    calls,
    trainer,
    life,
    hide(hidden: boolean) {
      page.hidden = hidden;
      page.dispatchEvent(new Event("visibilitychange"));
    },
    become(status: Status) {
      trainer.status = status;
      trainer.listener("status");
    },
  };
}

describe("a hidden tab", () => {
  it("pauses a training until it is seen again", () => {
    const {calls, hide, become} = start();
    become("running");
    hide(true);
    become("paused");
    expect(calls).toEqual(["pause"]);
    hide(false);
    expect(calls).toEqual(["pause", "train"]);
  });

  it("pauses one that begins while it is hidden", () => {
    const {calls, hide, become} = start();
    become("loading");
    hide(true);
    become("running");
    expect(calls).toEqual(["pause"]);
  });

  it("goes on also where it is seen again before the pause has come", () => {
    const {calls, hide, become} = start();
    become("running");
    hide(true);
    hide(false);
    expect(calls).toEqual(["pause"]);
    become("paused");
    expect(calls).toEqual(["pause", "train"]);
  });

  it("leaves alone what the reader paused, steps that end by themselves, and a section that is gone", () => {
    const {calls, trainer, life, hide, become} = start();
    become("paused");
    hide(true);
    hide(false);
    trainer.isTraining = false;
    become("running");
    hide(true);
    trainer.isTraining = true;
    trainer.listener = () => {};
    life.abort();
    hide(true);
    expect(calls).toEqual([]);
  });
});
