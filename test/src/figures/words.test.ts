import {describe, expect, it} from "vitest";
import {
  coverageSummary,
  isCovered,
  percent,
  shareTop,
} from "../../../src/figures/bars/coverage-text.js";
import {
  type CurveSeries,
  curvesNote,
  curvesSummary,
  stepText,
  valuesAt,
} from "../../../src/figures/curves/curve-data.js";
import {metricSummary, metricText, nearestPoint} from "../../../src/figures/curves/metric-text.js";
import {strokeDashes} from "../../../src/figures/curves/role-stroke.js";

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

  it("differ by dash wherever they may differ by colour alone", () => {
    expect(new Set(strokeDashes(["judge", "generated", "real", "chance"])).size).toBe(4);
    expect(new Set(strokeDashes(["generated", "generated"])).size).toBe(2);
  });
});

describe("measures", () => {
  const distance = {label: "distance", unit: "bit", better: "lower", help: ""} as const;
  const points = [
    {step: 0, value: 9},
    {step: 100, value: 2},
    {step: 200, value: 3},
  ];
  const format = (value: number) => value.toFixed(1);

  it("are summed up: last, first, best, floor", () => {
    expect(metricSummary(distance, points, {low: 0.5, high: 1}, format)).toBe(
      "3.0 bit at step 200, from 9.0 at first; best 2.0 (lower is better). Floor: 0.5 to 1.0",
    );
    expect(metricSummary({...distance, better: "higher"}, points, undefined, format)).toContain(
      "best 9.0 (higher is better)",
    );
    expect(metricSummary({...distance, better: "neither"}, points, undefined, format)).toBe(
      "3.0 bit at step 200, from 9.0 at first",
    );
    expect(metricSummary(distance, [], undefined, format)).toBe("not measured yet");
  });

  it("are read at a step", () => {
    expect(metricText(distance, points[1]!, format)).toBe("step 100: distance 2.0 bit");
    expect(nearestPoint(points, 140)).toBe(1);
    expect(nearestPoint(points, -50)).toBe(0);
    expect(nearestPoint([], 3)).toBe(0);
  });
});

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
