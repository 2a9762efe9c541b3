import {expect, test} from "vitest";
import {meanInterval} from "../../../lib/metrics/mean-interval.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

test("is the mean, give or take 1.96 standard errors: as NumPy has it", () => {
  const {losses, loss} = reference.blind;
  const {mean, low, high} = meanInterval(losses);
  expect([low, high]).toEqual(loss.map((each) => expect.closeTo(each, 9)));
  expect(mean).toBeCloseTo((loss[0]! + loss[1]!) / 2, 9);
});

test("lies around the mean as it was told, where that was summed in another precision", () => {
  const {low, high} = meanInterval([1, 3]);
  const told = meanInterval([1, 3], 2.001);
  expect([told.mean, told.low, told.high]).toEqual(
    [2, low + 0.001, high + 0.001].map((each) => expect.closeTo(each, 12)),
  );
});

test("holds the true mean in about 95 % of experiments, of a skewed distribution too", () => {
  const random = new Random(2);
  const held = Array.from({length: 1000}, () => {
    const {low, high} = meanInterval(Array.from({length: 200}, () => -Math.log(random.uniform())));
    return low <= 1 && 1 <= high;
  });
  const share = held.filter(Boolean).length / held.length;
  expect(share).toBeGreaterThan(0.92);
  expect(share).toBeLessThan(0.98);
});

test("needs two values", () => {
  expect(() => meanInterval([1])).toThrow("too few values: 1 (at least 2)");
  expect(meanInterval([2, 2])).toEqual({mean: 2, low: 2, high: 2});
});
