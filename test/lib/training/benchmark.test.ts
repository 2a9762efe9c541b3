import {expect, test} from "vitest";
import type {Model} from "../../../lib/models/model.js";
import type {Batches} from "../../../lib/models/tensor-batches.js";
import {Random} from "../../../lib/random.js";
import {medianStepMs} from "../../../lib/training/benchmark.js";
import type {Trainee} from "../../../lib/training/train.js";

/** A run whose steps take `times` ms by `now`. */
function timed(times: readonly number[]): {readonly run: Trainee; now(): number} {
  let clock = 0;
  let step = 0;
  const batches = {next: () => ({dispose() {}})} as unknown as Batches;
  const model = {
    step: async () => {
      clock += times[step++]!;
      return {};
    },
  } as unknown as Model;
  return {run: {model, batches, random: new Random(1), step: 0}, now: () => clock};
}

test.each([
  ["the warm-up does not count", [400, 10, 30, 20, 900], 25],
  ["one slow step does not decide", [100, 10, 10, 380, 7], 10],
  ["it stops at the budget", [499, 1, 1000], 1],
  ["a slow model takes one step after its warm-up", [2000, 1500, 1], 1500],
])("%s", async (_, times, median) => {
  const {run, now} = timed(times);
  expect(await medianStepMs(run, now, 500)).toBe(median);
});
