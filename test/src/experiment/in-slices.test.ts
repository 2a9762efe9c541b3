import {expect, it, vi} from "vitest";
import {inSlices} from "../../../src/experiment/in-slices.js";

it("runs work to its end, pauses between slices, and tells how far it is", async () => {
  // A clock on which each step takes 5 ms, so that a slice of 12 ms has three.
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  const told: number[] = [];
  const others: number[] = [];
  const work = (function* () {
    for (let i = 1; i <= 7; i++) {
      now += 5;
      others.push(told.length);
      yield i;
    }
    return "done";
  })();
  expect(await inSlices(work, (step) => told.push(step))).toBe("done");
  clock.mockRestore();
  expect(told).toEqual([3, 6]);
  expect(others).toEqual([0, 0, 0, 1, 1, 1, 2]);
});
