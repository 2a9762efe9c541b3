import {expect, test} from "vitest";
import {choiceOf} from "../../../../src/figures/judges/pair-trial.js";

test("arrow keys choose a side, and neither only where there is neither", () => {
  expect(["ArrowLeft", "ArrowRight", "ArrowDown"].map((key) => choiceOf(key, true))).toEqual([
    ...["left", "right", "tie"],
  ]);
  expect(choiceOf("ArrowDown", false)).toBeUndefined();
  expect(choiceOf("ArrowUp", true)).toBeUndefined();
  expect(choiceOf("a", true)).toBeUndefined();
});
