import {expect, test} from "vitest";
import {signsOf} from "./gan-diagnosis.js";
import {signSteps} from "./sign-steps.js";

/** A run whose numbers are 1 where `isRead` says so, and 0 elsewhere, measured every ten steps. */
function run(
  steps: number,
  isRead: {step: (i: number) => boolean; measured: (i: number) => boolean},
) {
  const curve = Float32Array.from({length: steps}, (_, i) => Number(isRead.step(i + 1)));
  return {
    curves: {realScore: curve, fakeScore: new Float32Array(steps), generatorGradient: curve},
    measurements: Array.from({length: steps / 10}, (_, i) => ({
      step: 10 * (i + 1),
      scalars: {checkerboard: Number(isRead.measured(10 * (i + 1)))},
    })),
  };
}

test.each([100, 110, 330])("are those that the signs are read off: %i steps", (steps) => {
  const words = signSteps(run(steps, {step: () => true, measured: () => true}));
  const [, a, b, c, d] = /steps (\d+) to (\d+), .* step (\d+) to (\d+)\./.exec(words)!.map(Number);
  const within = (from: number, to: number) => (step: number) => step >= from && step <= to;
  const signs = (from: number, to: number, mFrom: number, mTo: number) =>
    signsOf(run(steps, {step: within(from, to), measured: within(mFrom, mTo)}))!;
  expect(signs(a!, b!, c!, d!)).toMatchObject({lead: 1, generatorGradient: 1, checkerboard: 1});
  expect(signs(a! + 1, b!, c! + 1, d!).lead).toBeLessThan(1);
  expect(signs(a!, b! - 1, c!, d! - 1).checkerboard).toBeLessThan(1);
});
