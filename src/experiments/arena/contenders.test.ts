import {expect, test} from "vitest";
import {stepsBy, stepsIn} from "./contenders.js";

test("turns give every step once, and a rate its steps in a second", () => {
  for (const rate of [10, 53, 99, 357, 600]) {
    const turns = Array.from({length: 30}, (_, i) => stepsIn(i + 1, rate));
    expect(turns.slice(0, 10).reduce((sum, steps) => sum + steps, 0)).toBe(rate);
    expect(turns.reduce((sum, steps) => sum + steps, 0)).toBe(stepsBy(30, rate));
    expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
    expect(Math.min(...turns)).toBeGreaterThanOrEqual(1);
  }
});
