import {describe, expect, it} from "vitest";
import {
  type CurveSeries,
  curvesNote,
  curvesSummary,
  stepText,
  valuesAt,
} from "../../../../src/figures/curves/curve-data.js";

const series: CurveSeries[] = [
  {name: "d", label: "judge's loss", role: "judge"},
  {name: "g", label: "generator loss", role: "generated"},
];
const curves = {d: Float32Array.of(1.5, 0.25), g: Float32Array.of(12)};

describe("curves", () => {
  it("name each value at a step, and what is not known there", () => {
    expect(valuesAt(series, curves, 0)).toEqual(["1.50", "12.0"]);
    expect(valuesAt(series, curves, 1)).toEqual(["0.250", ""]);
    expect(stepText(series, curves, 1)).toBe("step 2: judge's loss 0.250, generator loss unknown");
  });

  it("are summed up", () => {
    expect(curvesSummary(series, [0.6, 1.25], 1200)).toBe(
      "1,200 steps; lately, on average, judge's loss 0.600, generator loss 1.25",
    );
    expect(curvesSummary(series, [], 0)).toBe("no steps yet");
  });

  it("say how they are drawn and what is missing", () => {
    expect(curvesNote(25, 0, [])).toBe(
      "Pale: every step. Strong: exponential average over about 25 steps.",
    );
    expect(curvesNote(9, 1, [{label: "run 1"}, {label: "run 2"}])).toBe(
      "Pale: every step. Strong: exponential average over about 9 steps. " +
        "1 value lies beyond the axis. Faint: run 1, run 2.",
    );
    const five = [1, 2, 3, 4, 5].map((n) => ({label: `run ${n}`}));
    expect(curvesNote(9, 0, five)).toMatch(/Faint: run 1, run 2, run 3 and 2 more\.$/);
  });
});
