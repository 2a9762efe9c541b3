import {expect, test} from "vitest";
import {animationFrames} from "../../../src/notebook/animation-frames.js";

/** A worker's time: what has been asked for, by when it is due. */
function worker() {
  let now = 1000;
  const due: {at: number; work: () => void}[] = [];
  const ask = (work: (id: number) => void, ms: number, id: number) =>
    due.push({at: now + ms, work: () => work(id)});
  const frames = animationFrames({
    now: () => now,
    soon: (work, id) => ask(work, 0, id),
    later: ask,
  });
  /** Does what is due up to `end`, the earliest first. */
  const runTo = (end: number) => {
    for (;;) {
      const next = due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      due.splice(due.indexOf(next), 1);
      now = Math.max(now, next.at);
      next.work();
    }
    now = end;
  };
  return {frames, runTo, pass: (ms: number) => (now += ms), now: () => now};
}

test("a frame after a pause comes at once", () => {
  const {frames, runTo, now} = worker();
  const at: number[] = [];
  frames.request((time) => at.push(time));
  expect(at).toEqual([]); // and not within the call
  runTo(now());
  expect(at).toEqual([1000]);
});

test("a loop without work gets 250 frames a second, and one with work gets them without a wait", () => {
  const count = (workMs: number) => {
    const {frames, runTo, pass} = worker();
    let all = 0;
    const round = () => {
      all++;
      pass(workMs);
      frames.request(round);
    };
    frames.request(round);
    runTo(2000);
    return all;
  };
  expect(count(0)).toBe(251);
  expect(count(10)).toBe(101);
});

test("a frame that is cancelled does not come, others do", () => {
  const {frames, runTo} = worker();
  const came: string[] = [];
  const first = frames.request(() => came.push("first"));
  frames.request(() => came.push("second"));
  frames.cancel(first);
  frames.cancel(99);
  runTo(2000);
  expect(came).toEqual(["second"]);
});
