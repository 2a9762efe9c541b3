import {describe, expect, test} from "vitest";
import {findPointSet, oneSpot, pointSets} from "../../../lib/datasets/points.js";
import {Random} from "../../../lib/random.js";
import {ganPlane} from "../../../src/experiments/gan-plane/experiment.js";

const n = 4000;

function draw(name: string, seed = 1, count = n): [number, number][] {
  const points = findPointSet(name)(new Random(seed), count);
  return Array.from({length: count}, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);
}

/** How often each value occurs. */
function counts(values: readonly (string | number)[]): number[] {
  const found = new Map<string | number, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found.values()];
}

test("the one spot is small and in the middle", () => {
  const values = oneSpot(new Random(1), 500);
  expect(Math.max(...values.map(Math.abs))).toBeLessThan(0.17);
  expect(Math.abs(values.reduce((sum, value) => sum + value) / 1000)).toBeLessThan(0.005);
});

test("are the options of gan-plane, but for the reader's drawing", () => {
  expect([...Object.keys(pointSets), "drawn"]).toEqual(Object.keys(ganPlane.params.points.options));
});

test.each(["", "square", "constructor"])("%j is refused", (name) => {
  expect(() => findPointSet(name)).toThrow(
    `unknown points: ${name || '""'} (one of ${Object.keys(pointSets).join(", ")})`,
  );
});

describe.each(Object.keys(pointSets))("%s", (name) => {
  test("stays in the square, is centred and spreads over it", () => {
    const points = draw(name);
    for (const [x, y] of points) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
    for (const axis of [0, 1] as const) {
      const mean = points.reduce((sum, point) => sum + point[axis], 0) / n;
      const square = points.reduce((sum, point) => sum + point[axis] ** 2, 0) / n;
      expect(Math.abs(mean)).toBeLessThan(0.15); // the spiral's: 0.14
      expect(Math.sqrt(square)).toBeGreaterThan(0.25);
    }
  });

  test("depends on the seed alone and is as long as asked", () => {
    const set = findPointSet(name);
    expect(set(new Random(3), 50)).toEqual(set(new Random(3), 50));
    expect(set(new Random(3), 50)).not.toEqual(set(new Random(4), 50));
    expect(set(new Random(3), 0)).toEqual(new Float32Array(0));
    const half = new Random(3);
    const parts = [set(half, 20), set(half, 30)];
    expect([...parts[0]!, ...parts[1]!]).toEqual([...set(new Random(3), 50)]);
  });
});

test("the line's points are within 0.12 of it", () => {
  for (const [x, y] of draw("line"))
    expect(Math.abs(0.5 * x - 0.8 * y) / Math.hypot(0.5, 0.8)).toBeLessThan(0.12);
});

test("the ring is 0.7 wide and even all around", () => {
  const points = draw("ring");
  for (const [x, y] of points) expect(Math.abs(Math.hypot(x, y) - 0.7)).toBeLessThan(0.18);
  const sectors = counts(points.map(([x, y]) => Math.floor((Math.atan2(y, x) / Math.PI) * 6)));
  expect(sectors).toHaveLength(12);
  for (const sector of sectors) expect(Math.abs(sector / n - 1 / 12)).toBeLessThan(0.02);
});

test("the spots are eight at distance 0.75, 45 degrees apart, equally frequent", () => {
  const near = draw("spots").map(([x, y]) => {
    const turn = Math.round((Math.atan2(y, x) / Math.PI) * 4);
    const [cx, cy] = [0.75 * Math.cos((turn * Math.PI) / 4), 0.75 * Math.sin((turn * Math.PI) / 4)];
    expect(Math.hypot(x - cx, y - cy)).toBeLessThan(0.18);
    return (turn + 8) % 8;
  });
  expect(counts(near)).toHaveLength(8);
  for (const spot of counts(near)) expect(Math.abs(spot / n - 1 / 8)).toBeLessThan(0.025);
});

test("the grid has sixteen spots, 0.5 apart, equally frequent", () => {
  const near = draw("grid").map(([x, y]) => {
    const [i, j] = [Math.round(2 * x + 1.5), Math.round(2 * y + 1.5)];
    expect(Math.hypot(x - (i - 1.5) / 2, y - (j - 1.5) / 2)).toBeLessThan(0.18);
    return `${i} ${j}`;
  });
  expect(counts(near)).toHaveLength(16);
  for (const spot of counts(near)) expect(Math.abs(spot / n - 1 / 16)).toBeLessThan(0.018);
});

test("the spiral's radius grows by 0.4 a turn, and its outer turn holds three quarters", () => {
  const points = draw("spiral");
  for (const [x, y] of points) {
    const radius = Math.hypot(x, y);
    const turns = (Math.atan2(y, x) / (2 * Math.PI) + 2) % 1;
    const off = (((radius / 0.4 - turns) % 1) + 1) % 1;
    if (radius > 0.15) expect(Math.min(off, 1 - off) * 0.4).toBeLessThan(0.13);
  }
  const outer = points.filter(([x, y]) => Math.hypot(x, y) > 0.4).length / n;
  expect(Math.abs(outer - 0.75)).toBeLessThan(0.03);
});
