import {describe, expect, it} from "vitest";
import type {Verdict} from "../../../lib/grading/verdict.js";
import {Attempt} from "../../../src/exercise/attempt.js";

const verdict: Verdict = {state: "partly", points: 1, maxPoints: 2, tests: [], console: ""};

function attempt() {
  const states: string[] = [];
  const made: Attempt = new Attempt("not-attempted", () => states.push(made.state));
  return {made, states};
}

/** Never ends but by its signal. */
const endless = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

describe("an attempt", () => {
  it("runs, and ends in the verdict's state", async () => {
    const {made, states} = attempt();
    expect(await made.run(async () => verdict)).toBe(verdict);
    expect(states).toEqual(["running", "partly"]);
    expect(made.verdict).toBe(verdict);
  });

  it("counts the tests that have ended, from none in each run", async () => {
    const counts: number[] = [];
    const made: Attempt = new Attempt("not-attempted", () => counts.push(made.finished));
    const grade = async (_: AbortSignal, report: (ended: readonly unknown[]) => void) => {
      report([1]);
      report([1, 2]);
      return verdict;
    };
    await made.run(grade);
    await made.run(grade);
    expect(counts).toEqual([0, 1, 2, 2, 0, 1, 2, 2]);
  });

  it("that is stopped is in the state from before, and says so", async () => {
    const {made, states} = attempt();
    await made.run(async () => verdict);
    const running = made.run(endless);
    expect(made.isRunning).toBe(true);
    made.stop();
    expect(await running).toBeUndefined();
    expect(states.slice(2)).toEqual(["running", "partly"]);
    expect(made.note).toBe("You stopped the tests.");
    expect(made.isRunning).toBe(false);
  });

  it("runs one at a time", async () => {
    const {made, states} = attempt();
    const running = made.run(endless);
    expect(await made.run(async () => verdict)).toBeUndefined();
    expect(states).toEqual(["running"]);
    made.stop();
    await running;
  });

  it("says why when the grader itself fails, and can be run again", async () => {
    const {made} = attempt();
    await made.run(async () => {
      throw new Error("no worker");
    });
    expect(made.state).toBe("not-attempted");
    expect(made.note).toMatch(/^The tests could not be run: no worker\. Your code is kept/);
    expect(await made.run(async () => verdict)).toBe(verdict);
    expect(made.note).toBe("");
  });

  it("shows a kept result only until there is one of its own", async () => {
    const {made} = attempt();
    made.recall("correct");
    expect(made.state).toBe("correct");
    await made.run(async () => verdict);
    made.recall("correct");
    expect(made.state).toBe("partly");
  });
});
