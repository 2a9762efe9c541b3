import {expect, test} from "vitest";
import {drawnPoints, minDrawnPoints} from "../../../lib/datasets/drawn-points.js";
import {Random} from "../../../lib/random.js";

/** Points on a lattice 0.25 apart: far more than the jitter. */
const lattice = Float32Array.from({length: 9 * 9 * 2}, (_, i) => {
  const place = i >> 1;
  return (i % 2 === 0 ? place % 9 : Math.floor(place / 9)) / 4 - 1;
});

test("draws near the painted points, each equally often, with jitter of 0.02", () => {
  const n = 20_000;
  const points = drawnPoints(lattice)(new Random(1), n);
  const hits = new Array<number>(81).fill(0);
  let [inner, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    const [column, row] = [Math.round(4 * x + 4), Math.round(4 * y + 4)];
    hits[row * 9 + column]!++;
    if (column > 0 && column < 8) {
      inner++;
      square += (x - (column / 4 - 1)) ** 2;
    }
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
  }
  expect(Math.sqrt(square / inner)).toBeCloseTo(0.02, 3);
  for (const hit of hits) expect(Math.abs(hit - n / 81)).toBeLessThan(5 * Math.sqrt(n / 81));
});

test("the same seed draws the same points", () => {
  const draw = drawnPoints(lattice);
  expect(draw(new Random(5), 30)).toEqual(draw(new Random(5), 30));
});

test.each([0, 1, minDrawnPoints - 1])("%i points are too few", (count) => {
  expect(() => drawnPoints(new Float32Array(2 * count))).toThrow(
    `too few drawn points: ${count} (at least 12)`,
  );
});

test("half a point or one outside the square is refused", () => {
  expect(() => drawnPoints(new Float32Array(25))).toThrow("invalid drawn points: 25 numbers");
  for (const value of [1.5, -1.25, Number.NaN])
    expect(() => drawnPoints(new Float32Array(24).fill(value, 23))).toThrow(
      `invalid drawn coordinate: ${value} (a number from -1 to 1)`,
    );
  expect(drawnPoints(new Float32Array(24).fill(1))(new Random(1), 4)).toHaveLength(8);
});
