import {describe, expect, it} from "vitest";
import {goals, isReached, labelOf} from "../../../tools/runs/goals.js";

describe("goals of the bench", () => {
  it.each(goals)("$experiment on its page has the measures it is to reach", (goal) => {
    for (const measure of Object.keys(goal.targets)) expect(labelOf(goal, measure)).not.toBe("");
  });

  it("are reached from the better side", () => {
    const [accuracy, distance] = ["digit-classifier", "gan-digits"].map(
      (id) => goals.find(({experiment}) => experiment === id)!,
    );
    const right = [95.9, 96, 97].map((testAccuracy) => isReached(accuracy!, {testAccuracy}));
    expect(right).toEqual([false, true, true]);
    const near = [46, 45, 20].map((frechet) => isReached(distance!, {frechet}));
    expect(near).toEqual([false, true, true]);
  });

  it("are reached only with all of their measures", () => {
    const both = goals.find(({experiment}) => experiment === "conditional-gan")!;
    expect(isReached(both, {frechet: 20, agreement: 89})).toBe(false);
    expect(isReached(both, {frechet: 26, agreement: 95})).toBe(false);
    expect(isReached(both, {frechet: 25, agreement: 90})).toBe(true);
  });
});
