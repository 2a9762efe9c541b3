import {expect, test} from "vitest";
import {drawTimes, type TimeDraw} from "../../../../lib/models/flow/time-draws.js";
import {Random} from "../../../../lib/random.js";

const count = 20000;
/** Shares of times in each tenth of the way. */
function tenths(name: TimeDraw): number[] {
  const shares = new Array<number>(10).fill(0);
  for (const t of drawTimes(name, count, new Random(3))) shares[Math.floor(10 * t)]! += 1 / count;
  return shares;
}

test("uniform times are spread evenly", () => {
  for (const share of tenths("uniform")) expect(share).toBeCloseTo(0.1, 1.8);
});

test("logit-normal times are mostly in the middle, by the normal distribution of their logits", () => {
  const shares = tenths("logit-normal");
  // P(N(0, 1) < ln(1/9)) = 0.0140; P(|N(0, 1)| < ln(6/4)) = 0.3149
  for (const end of [shares[0]!, shares[9]!]) expect(end).toBeCloseTo(0.014, 2);
  expect(shares[4]! + shares[5]!).toBeCloseTo(0.3149, 1.8);
});

test("another name is refused", () => {
  expect(() => drawTimes("late" as TimeDraw, 1, new Random(1))).toThrow(
    "unknown time draw: late (one of uniform, logit-normal)",
  );
});
