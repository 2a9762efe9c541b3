import {describe, expect, it} from "vitest";
import {
  coverageSummary,
  isCovered,
  percent,
  shareTop,
} from "../../../../src/figures/bars/coverage-text.js";

describe("coverage", () => {
  const names = ["0", "1", "2"];

  it("counts a class from the threshold on, and never an empty one", () => {
    expect(isCovered(0.01, 0.01)).toBe(true);
    expect(isCovered(0.0099, 0.01)).toBe(false);
    expect(isCovered(0, 0)).toBe(false);
  });

  it("names what is missing", () => {
    expect(coverageSummary(names, [0.5, 0, 0.005], 0.01, 200)).toBe(
      "1 of 3 classes covered; missing 1, 2",
    );
    expect(coverageSummary(names, [0.3, 0.3, 0.4], 0.01, 200)).toBe("3 of 3 classes covered");
    expect(coverageSummary(names, [0, 0, 0], 0.01, 0)).toBe("not measured yet");
  });

  it("prints shares with what is known", () => {
    expect([0, 0.0078, 0.1, 0.41, 0.0996].map(percent)).toEqual([
      "0 %",
      "0.8 %",
      "10 %",
      "41 %",
      "10 %",
    ]);
  });

  it("has an axis that moves in coarse steps and holds every bar", () => {
    expect([0, 0.25, 0.26, 0.6, 0.99].map((share) => shareTop([share]))).toEqual([
      0.25, 0.25, 0.5, 0.75, 1,
    ]);
  });
});
