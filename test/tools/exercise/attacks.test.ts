import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Verdict} from "../../../lib/grading/verdict.js";
import {LearnerProcess} from "../../../tools/exercise/learner-process.js";
import {nodeSandbox} from "../../../tools/exercise/node-sandbox.js";
import {double, doubleTests, graded} from "../../lib/grading/graded.js";
import {
  type Attack,
  attacks,
  deep,
  endless,
  endlessTexts,
  firstLine,
  hungers,
  waysOut,
} from "./attacks.js";

const named = (list: readonly Attack[]) => list.map((attack) => [attack.what, attack] as const);

/** No point, no pass, and the reason said. */
function expectNothing(verdict: Verdict): void {
  expect(verdict.points).toBe(0);
  expect(["incorrect", "error", "timed-out"]).toContain(verdict.state);
  expect(verdict.tests.filter(({status}) => status === "passed")).toEqual([]);
}

/** One test is enough for what takes its time. */
const oneTest = doubleTests.slice(0, 1);

async function mustFail({code, said}: Attack, tests = doubleTests): Promise<Verdict> {
  const verdict = await graded(code, tests, {timeLimitMs: 40_000});
  expectNothing(verdict);
  expect(firstLine(verdict)).toBe(said);
  return verdict;
}

describe("an attack on the grader, in Node", () => {
  it("could succeed: the right answer does, in the same way", async () => {
    expect(await graded(double("return 2 * x;"))).toMatchObject({state: "correct", points: 3});
  });

  it.each(named(attacks))("fails: %s", async (_, attack) => void (await mustFail(attack)));

  it.each(named(waysOut))("finds no way out: %s", async (_, attack) => {
    await mustFail(attack);
  });

  it.each(named(deep))("ends where it is too deep: %s", async (_, attack) => {
    await mustFail(attack, oneTest);
  });

  it.each(named(endless))("is ended: %s", async (_, {code, said}) => {
    const verdict = await graded(code, undefined, {timeLimitMs: 400});
    expectNothing(verdict);
    expect(firstLine(verdict).startsWith(said)).toBe(true);
  });

  it.each(named(endlessTexts))("is cut short: %s", async (_, attack) => {
    const verdict = await mustFail(attack, oneTest);
    expect(JSON.stringify(verdict).length).toBeLessThan(10_000);
  });

  it("is not even read when it is too long", async () => {
    const verdict = await graded(`// ${"x".repeat(200_000)}\n${double("return 2 * x;")}`);
    expectNothing(verdict);
    expect(firstLine(verdict)).toMatch(
      /^the code is too long: 2000\d\d characters \(at most 200000\)$/,
    );
  });

  it("is heard no longer than the limit: 10 MB of console output", async () => {
    const verdict = await graded(
      double("for (let i = 0; i < 1e5; i++) console.log('x'.repeat(100)); return 2 * x;"),
      undefined,
      {timeLimitMs: 20_000},
    );
    expect(verdict.state).toBe("correct");
    expect(verdict.console.length).toBeLessThan(70_000);
    expect(verdict.console).toContain("cut here: more than 65536 characters were printed");
  });
});

/** 128 MB for learner code, and 70 for Node and the program. */
const mostMemoryMb = 250;

/** The most that a process has taken so far; 0 where the system does not tell. */
function peakMb(pid: number): number {
  if (process.platform !== "linux") return 0;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

describe("memory", () => {
  const processes: LearnerProcess[] = [];
  const sandbox = nodeSandbox(() => {
    const place = new LearnerProcess();
    processes.push(place);
    return place;
  });

  it.each(named(hungers))(
    "is not taken beyond the limit, and is given back: %s",
    async (_, {code, said}) => {
      const peaks: number[] = [];
      const report = () => peaks.push(peakMb(processes.at(-1)!.pid));
      const verdict = await graded(code, oneTest, {timeLimitMs: 40_000, sandbox, report});
      expectNothing(verdict);
      expect(firstLine(verdict)).toBe(said);
      expect(peaks.length).toBeGreaterThan(0);
      expect(Math.max(...peaks)).toBeLessThan(mostMemoryMb);
      await expect.poll(() => processes.at(-1)!.hasEnded).toBe(true);
    },
  );
});

describe("sessions in one process", () => {
  it("see nothing of each other", async () => {
    let started = 0;
    const sandbox = nodeSandbox(() => {
      started++;
      return new LearnerProcess();
    });
    const spoil = `(globalThis as any).kept = 6; Math.abs = () => 6; (Object.prototype as any).kept = 6;
      Promise.resolve().then(function later(): any { (globalThis as any).kept = 6; });
      ${double("return 2 * x;")}`;
    const look = double("return (globalThis as any).kept ?? ({} as any).kept ?? Math.abs(0);");
    expect((await graded(spoil, undefined, {sandbox})).state).toBe("correct");
    expect(firstLine(await graded(look, undefined, {sandbox}))).toBe("0");
    expect(started).toBe(1);
    expect(
      (await graded("while (true); export {}", undefined, {sandbox, timeLimitMs: 300})).state,
    ).toBe("timed-out");
    expect((await graded(double("return 2 * x;"), undefined, {sandbox})).state).toBe("correct");
    expect(started).toBe(2);
  });
});
