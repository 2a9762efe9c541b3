/** What "Structure and chance" says of noise. */
import {expect, test} from "vitest";
import {Random} from "../../lib/random.js";

test("noise of a digit is nearly always 13 to 15 long", () => {
  const random = new Random(1);
  const lengths = Array.from({length: 2000}, () => Math.hypot(...random.normals(196)));
  const usual = lengths.filter((length) => Math.abs(length - 14) < 1).length;
  expect(usual / lengths.length).toBeGreaterThan(0.8);
  expect(lengths.every((length) => length > 8.4 + 2)).toBe(true);
  expect(0.6 * 14).toBeCloseTo(8.4);
});

test("every third number lies beyond 1", () => {
  const beyond = new Random(2).normals(20000).filter((z) => Math.abs(z) > 1).length / 20000;
  expect(beyond).toBeGreaterThan(0.3);
  expect(beyond).toBeLessThan(0.34);
});

test("fifteen pixels of another colour are 3.9 apart", () => {
  expect(Math.sqrt(15)).toBeCloseTo(3.9, 1);
});
