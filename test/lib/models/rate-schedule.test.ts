import {expect, test} from "vitest";
import {rateShare, type scheduleNames} from "../../../lib/models/rate-schedule.js";

const steps = 200;
const courseOf = (schedule: (typeof scheduleNames)[number]) =>
  Array.from({length: steps}, (_, step) => rateShare(schedule, step, steps));

test("a constant rate stays, and a warm-up has grown after a tenth of the run", () => {
  expect(new Set(courseOf("constant"))).toEqual(new Set([1]));
  const warm = courseOf("warmUp");
  expect([warm[0], warm[9], warm[19], warm[20], warm.at(-1)]).toEqual([0.05, 0.5, 1, 1, 1]);
});

test("a cosine falls from 1 through a half to nothing", () => {
  courseOf("cosine").forEach((share, step) => {
    expect(share).toBeCloseTo((1 + Math.cos((Math.PI * step) / steps)) / 2, 12);
  });
  expect(rateShare("cosine", steps, steps)).toBeCloseTo(0, 12);
  expect(rateShare("cosine", 2 * steps, steps)).toBeCloseTo(0, 12);
});

test("both together are their product", () => {
  for (const step of [0, 7, 100, 199])
    expect(rateShare("both", step, steps)).toBe(
      rateShare("warmUp", step, steps) * rateShare("cosine", step, steps),
    );
});
