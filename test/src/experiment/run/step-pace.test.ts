import {describe, expect, it} from "vitest";
import {StepPace} from "../../../../src/experiment/run/step-pace.js";

/** Notes a run that takes these times a step, each told after `every` steps. */
function paceOf(times: readonly number[], every = 1) {
  const pace = new StepPace();
  const said: (number | undefined)[] = [];
  let now = 1000;
  pace.note(0, now);
  times.forEach((ms, i) => {
    now += ms * every;
    pace.note((i + 1) * every, now);
    said.push(pace.msPerStep);
  });
  return {pace, said, now};
}

describe("the pace of a run", () => {
  it("is said after a few times, whether steps are told one by one or in heaps", () => {
    expect(paceOf([10, 10, 10, 10]).said).toEqual([undefined, undefined, 10, 10]);
    expect(paceOf([10, 10, 10, 10], 7).said.at(-1)).toBe(10);
  });

  it("does not jump with a slow step now and then, be it the first", () => {
    const {said} = paceOf(Array.from({length: 200}, (_, i) => (i % 20 === 0 ? 900 : 10 + (i % 3))));
    const known = said.filter((ms) => ms !== undefined);
    expect(Math.max(...known)).toBeLessThanOrEqual(12);
    expect(Math.min(...known)).toBeGreaterThanOrEqual(10);
  });

  it("follows where steps become slower for good", () => {
    expect(paceOf([...Array(50).fill(10), ...Array(15).fill(30)]).said.at(-1)).toBe(30);
  });

  it("counts no rest, and forgets another run's", () => {
    const {pace, now} = paceOf([10, 10, 10]);
    pace.rest();
    pace.note(4, now + 60_000);
    for (let i = 1; i <= 3; i++) pace.note(4 + i, now + 60_000 + 10 * i);
    expect(pace.msPerStep).toBe(10);
    pace.note(0, now + 70_000);
    expect(pace.msPerStep).toBeUndefined();
  });
});
