import {expect, test} from "vitest";
import {drawnSigns, drawSigns, signSide, turned} from "../../../lib/datasets/drawn-signs.js";
import {Random} from "../../../lib/random.js";

const size = signSide ** 2;
const distance = (a: Float32Array, b: Float32Array) =>
  Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));
const rows = (all: Float32Array) =>
  Array.from({length: all.length / size}, (_, i) => all.subarray(i * size, (i + 1) * size));

test.each(drawnSigns)(
  "%s: no two drawings are alike, none touches the edge, the seed decides",
  (sign) => {
    const all = drawSigns(sign, 6, new Random(2));
    expect(drawSigns(sign, 6, new Random(2))).toEqual(all);
    expect(drawSigns(sign, 6, new Random(3))).not.toEqual(all);
    for (const [i, a] of rows(all).entries()) {
      for (const b of rows(all).slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(3);
      expect(Math.max(...a)).toBeGreaterThan(0.9);
      const ink = a.reduce((sum, value) => sum + value, 0) / size;
      expect(ink).toBeGreaterThan(0.05);
      expect(ink).toBeLessThan(0.4);
      const edge = a.filter((_, p) => p < signSide || p >= size - signSide || p % signSide === 0);
      expect(Math.max(...edge)).toBe(0);
    }
  },
);

test("drawings of one sign are nearer to its mean than to another sign's", () => {
  const means = drawnSigns.map((sign) => {
    const all = rows(drawSigns(sign, 12, new Random(4)));
    return Float32Array.from({length: size}, (_, p) => all.reduce((s, row) => s + row[p]!, 0) / 12);
  });
  for (const [i, sign] of drawnSigns.entries()) {
    const right = rows(drawSigns(sign, 8, new Random(9))).filter((row) => {
      const distances = means.map((mean) => distance(row, mean));
      return distances.indexOf(Math.min(...distances)) === i;
    });
    expect(right.length, sign).toBeGreaterThan(4);
  }
});

test("a turn keeps lengths", () => {
  const [cos, sin] = turned(0.3);
  expect(cos ** 2 + sin ** 2).toBeCloseTo(1, 12);
  expect(Math.atan2(sin, cos) / 2).toBeCloseTo(Math.atan(0.3), 12);
});
