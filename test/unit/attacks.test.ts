import {describe, expect, it} from "vitest";
import type {Verdict} from "../../lib/grading/verdict.js";
import {type Attack, attacks, endless} from "./attacks.js";
import {double, judged} from "./judged.js";

const said = ({problem, tests}: Verdict) => problem ?? tests[0]?.yours ?? "";

/** No point, no pass, and the reason said. */
async function mustFail({code, said: words}: Attack, timeLimitMs: number): Promise<void> {
  const verdict = await judged(code, undefined, {timeLimitMs});
  expect(verdict.points).toBe(0);
  expect(["incorrect", "error", "timed-out"]).toContain(verdict.state);
  expect(verdict.tests.filter(({status}) => status === "passed")).toEqual([]);
  expect(said(verdict)).toMatch(words);
}

describe("an attack on the judge, in Node", () => {
  it("could succeed: the right answer does, in the same way", async () => {
    expect(await judged(double("return 2 * x;"))).toMatchObject({state: "correct", points: 3});
  });

  it.each(attacks.map((attack) => [attack.what, attack]))("fails: %s", (_, attack) =>
    mustFail(attack as Attack, 20_000),
  );

  it.each(endless.map((attack) => [attack.what, attack]))("is ended: %s", (_, attack) =>
    mustFail(attack as Attack, 400),
  );

  it.each([
    ["a list that grows", "const all = []; for (;;) all.push(new Array(1000).fill(all.length));"],
    ["a size that no engine takes", "for (;;) 'abc'.repeat(1e8).split('');"],
  ])("dies alone of hunger: %s", async (_, body) => {
    const verdict = await judged(double(body), undefined, {timeLimitMs: 40_000});
    expect(verdict).toMatchObject({state: "error", points: 0, problem: "stopped: out of memory"});
  });

  it("is heard no longer than the limit: 10 MB of console output", async () => {
    const verdict = await judged(
      double("for (let i = 0; i < 1e5; i++) console.log('x'.repeat(100)); return 2 * x;"),
      undefined,
      {timeLimitMs: 20_000},
    );
    expect(verdict.state).toBe("correct");
    expect(verdict.console.length).toBeLessThan(70_000);
    expect(verdict.console).toContain("cut here: more than 65536 characters were printed");
  });
});
