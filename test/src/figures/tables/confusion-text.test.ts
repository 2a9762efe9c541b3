import {describe, expect, it} from "vitest";
import {
  cellStrength,
  cellText,
  commonestMistake,
  confusionSummary,
  rowTotals,
} from "../../../../src/figures/tables/confusion-text.js";
import {placeAfterKey} from "../../../../src/figures/tables/grid-keys.js";

const names = ["cat", "dog", "owl"];
const counts = [90, 8, 2, 3, 97, 0, 8, 0, 92];

describe("the confusion matrix in words", () => {
  it("says how many are right and what is mistaken most often, the first of equals", () => {
    expect(rowTotals(counts, 3)).toEqual([100, 100, 100]);
    expect(commonestMistake(counts, 3)).toEqual({truth: 0, predicted: 1});
    expect(confusionSummary(counts, names)).toBe(
      "279 of 300 right (93.0 %); most often cat is taken for dog (8 times)",
    );
  });

  it("knows a perfect matrix, a single mistake and one that was not measured", () => {
    expect(confusionSummary([5, 0, 0, 0, 5, 0, 0, 0, 5], names)).toBe("15 of 15 right (100 %)");
    expect(confusionSummary([5, 0, 0, 0, 4, 1, 0, 0, 5], names)).toMatch(
      /most often dog is taken for owl \(once\)$/,
    );
    expect(confusionSummary(Array(9).fill(0), names)).toBe("not measured yet");
  });

  it("names a cell by its classes", () => {
    expect(cellText({truth: 0, predicted: 1}, names, 8, 100)).toBe("cat taken for dog: 8 of 100");
    expect(cellText({truth: 2, predicted: 2}, names, 92, 100)).toBe("owl recognised: 92 of 100");
  });

  it("fills no cell for none, more for more, and few mistakes visibly", () => {
    expect(cellStrength(0, 100, false)).toBe(0);
    expect(cellStrength(3, 0, false)).toBe(0);
    expect(cellStrength(1, 200, false)).toBeGreaterThan(0.3);
    expect(cellStrength(20, 100, false)).toBeGreaterThan(cellStrength(2, 100, false));
    expect(cellStrength(100, 100, false)).toBe(1);
    expect(cellStrength(50, 100, true)).toBe(0.5);
  });
});

describe("keys", () => {
  it.each([
    ["ArrowLeft", {row: 1, column: 0}],
    ["ArrowRight", {row: 1, column: 2}],
    ["ArrowUp", {row: 0, column: 1}],
    ["ArrowDown", {row: 2, column: 1}],
    ["Home", {row: 1, column: 0}],
    ["End", {row: 1, column: 2}],
    ["x", undefined],
  ])("%s in a table", (key, next) => {
    expect(placeAfterKey({row: 1, column: 1}, key, 3, 3)).toEqual(next);
  });

  it("stop at the table's edge", () => {
    expect(placeAfterKey({row: 0, column: 2}, "ArrowUp", 3, 3)).toEqual({row: 0, column: 2});
    expect(placeAfterKey({row: 2, column: 2}, "ArrowRight", 3, 3)).toEqual({row: 2, column: 2});
  });
});
