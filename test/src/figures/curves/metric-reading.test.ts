import {expect, test} from "vitest";
import {readingLine, readingText} from "../../../../src/figures/curves/metric-reading.js";

const reading = {label: "the critic reads", role: "judge"} as const;

test("its line averages what is read, and has gaps where nothing is", () => {
  const {average, role, dash} = readingLine(reading, Float32Array.of(Number.NaN, 2, 4, Number.NaN));
  expect(role).toBe("judge");
  expect(dash).not.toBe("none");
  expect([...average.slice(0, 2)]).toEqual([Number.NaN, 2]);
  expect(average[2]).toBeGreaterThan(2.9);
  expect(average[2]).toBeLessThan(4);
  expect(average[3]).toBeNaN();
});

test("it is said of a step, or of the last one, and not where nothing is read", () => {
  const average = Float32Array.of(Number.NaN, 0.5, 0.25);
  expect(readingText(reading, average)).toBe("the critic reads 0.250");
  expect(readingText(reading, average, 2)).toBe("the critic reads 0.500");
  expect(readingText(reading, average, 1)).toBeUndefined();
  expect(readingText(reading, average, 0)).toBeUndefined();
  expect(readingText(reading, new Float32Array(0))).toBeUndefined();
});
