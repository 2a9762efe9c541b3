import {describe, expect, it} from "vitest";
import {
  metricSummary,
  metricText,
  nearestPoint,
} from "../../../../src/figures/curves/metric-text.js";

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

  it("are told with their interval, and of how many it is", () => {
    const point = {step: 200, value: 3, interval: {low: 2.5, high: 3.5, n: 1250}};
    expect(metricText(distance, point, format)).toBe(
      "step 200: distance 3.0 bit, 95 % interval 2.5 to 3.5, n = 1,250",
    );
    expect(metricSummary(distance, [point], undefined, format)).toBe(
      "3.0 bit (95 % interval 2.5 to 3.5, n = 1,250) at step 200 (lower is better)",
    );
  });

  it("are told without a number of pictures, where that is unknown", () => {
    const point = {step: 200, value: 3, interval: {low: 2.5, high: 3.5}};
    expect(metricText(distance, point, format)).toBe(
      "step 200: distance 3.0 bit, 95 % interval 2.5 to 3.5",
    );
  });

  it("are read at a step", () => {
    expect(metricText(distance, points[1]!, format)).toBe("step 100: distance 2.0 bit");
    expect(nearestPoint(points, 140)).toBe(1);
    expect(nearestPoint(points, -50)).toBe(0);
    expect(nearestPoint([], 3)).toBe(0);
  });
});
