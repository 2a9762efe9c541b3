import {expect, test} from "vitest";
import {scheduler} from "../../../../src/experiment/run/schedule.js";

test("tasks without delay run in their order, not at once, and before any timer", async () => {
  const schedule = scheduler();
  const seen: string[] = [];
  const timer = new Promise<void>((resolve) => {
    schedule(() => {
      seen.push("timer");
      resolve();
    }, 20);
  });
  for (const name of ["first", "second"]) schedule(() => seen.push(name), 0);
  expect(seen).toEqual([]);
  await timer;
  expect(seen).toEqual(["first", "second", "timer"]);
});
