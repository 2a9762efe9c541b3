import {expect, test} from "vitest";
import {lineDrawing} from "../../../lib/datasets/line-drawings.js";
import {paintAtRandom, paintByTrying} from "../../../lib/models/painters.js";
import {Painting} from "../../../lib/painting.js";
import {Random} from "../../../lib/random.js";
import {actionCount} from "../../../lib/strokes.js";

const cross = lineDrawing("cross");

test("trying takes the best stroke of all, each time", () => {
  const best = Math.max(
    ...Array.from({length: actionCount}, (_, action) => new Painting(cross).rewardOf(action)),
  );
  expect(1 - paintByTrying(cross, 1).error).toBeCloseTo(best, 6);
});

test("more strokes never make trying worse, and six do most of a cross", () => {
  const returns = [1, 2, 4, 6, 30].map((strokes) => 1 - paintByTrying(cross, strokes).error);
  expect(returns).toEqual(returns.toSorted((a, b) => a - b));
  expect(returns[3]).toBeGreaterThan(0.8);
  expect(returns[4]).toBeLessThanOrEqual(1);
});

test("chance makes a mess, the same mess from the same seed", () => {
  const once = paintAtRandom(cross, 12, new Random(1));
  expect(paintAtRandom(cross, 12, new Random(1))).toBe(once);
  expect(paintAtRandom(cross, 12, new Random(2))).not.toBe(once);
  const means = Array.from({length: 20}, (_, i) => paintAtRandom(cross, 12, new Random(i)));
  expect(means.every((value) => value < 0.3)).toBe(true);
  expect(means.reduce((a, b) => a + b) / 20).toBeLessThan(-0.3);
});
