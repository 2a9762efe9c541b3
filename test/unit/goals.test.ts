import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {goals, isReached, measureOf} from "../../bench/goals.js";

describe("goals of the bench", () => {
  it.each(goals)("$experiment on its page has the measure $measure", (goal) => {
    expect(measureOf(goal)).toBeDefined();
    expect(existsSync(`lessons/${goal.chapter}/index.md`)).toBe(true);
  });

  it("are reached from the better side", () => {
    const [accuracy, distance] = ["testAccuracy", "frechet"].map(
      (name) => goals.find(({measure}) => measure === name)!,
    );
    expect([95.9, 96, 97].map((value) => isReached(accuracy!, value))).toEqual([false, true, true]);
    expect([46, 45, 20].map((value) => isReached(distance!, value))).toEqual([false, true, true]);
  });
});
