import {expect, it} from "vitest";
import {lossesCsv} from "../../../../src/experiment/exports/losses-csv.js";

it("writes a header, one row a step from the first on, and empty cells where a curve is shorter", () => {
  const csv = lossesCsv(3, {a: Float32Array.of(0.5, 0.25), b: Float32Array.of(-1)});
  expect(csv).toBe("step,a,b\r\n3,0.5,-1\r\n4,0.25,\r\n");
});

it("writes only the header for a run without steps", () => {
  expect(lossesCsv(1, {a: []})).toBe("step,a\r\n");
});
