import {expect, test} from "vitest";
import {
  dividedShare,
  handOverMs,
  idealMs,
  type Profile,
  predictedMs,
} from "../../bench/thread-model.js";

/** 10 ms, of which 8 lie in two kernels; one has but three outputs, the other is worth at most two parts. */
const profile: Profile = {
  oneMs: 10,
  twoMs: 7,
  calls: [
    {ms: 6, units: 3, most: 8},
    {ms: 2, units: 64, most: 2},
  ],
};

test("a divided call takes as long as its largest part", () => {
  expect(dividedShare(profile)).toBeCloseTo(0.8, 12);
  expect(idealMs(profile, 1)).toBe(10);
  expect(idealMs(profile, 2)).toBeCloseTo(2 + 4 + 1, 12);
  expect(idealMs(profile, 3)).toBeCloseTo(2 + 2 + 1, 12);
  expect(idealMs(profile, 8)).toBeCloseTo(2 + 2 + 1, 12);
});

test("what two threads took beside that is the price of handing over, and more threads pay it too", () => {
  expect(handOverMs(profile)).toBeCloseTo(0, 12);
  const dear = {...profile, twoMs: 7.5};
  expect(handOverMs(dear)).toBeCloseTo(0.25, 12);
  expect(predictedMs(dear, 2)).toBeCloseTo(7.5, 12);
  expect(predictedMs(dear, 4)).toBeCloseTo(5.5, 12);
});
