import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {
  closing,
  distancesAround,
  type Ground,
  heightAt,
  type Lens,
  type Standpoint,
} from "../../../lib/worlds/panorama.js";
import type {ReliefPiece} from "../../../lib/worlds/relief.js";

/** A piece of 201 by 201 cells around (0, 0), of 100 m each, whose heights are a function of the place. */
function groundOf(height: (x: number, y: number) => number, water = -1000): Ground {
  const side = 201;
  const data = Float64Array.from({length: side * side}, (_, i) =>
    height((i % side) - 100, Math.floor(i / side) - 100),
  );
  const piece: ReliefPiece = {left: -100, top: -100, width: side, height: side, data};
  return {piece, highest: Math.max(...data), water, cellMetres: 100, reach: 9000};
}

const lens: Lens = {circle: 720, first: 0, columns: 720, rows: 100, horizon: 40};
const focal = lens.circle / (2 * Math.PI);
const from: Standpoint = {x: 0.3, y: -0.2, eye: 250};
const hills = groundOf(
  (x, y) => 180 * Math.sin(x / 9) * Math.cos(y / 7) + 60 * Math.sin(x / 2 + y),
);

describe("level ground", () => {
  const {piece} = groundOf(() => 50);
  const seen = distancesAround({...groundOf(() => 50), piece}, from, lens);

  test("lies as far away as its angle says, and the sky begins at the horizon", () => {
    // Near the horizon the Earth's curvature counts; five degrees below it, for less than a thousandth.
    for (let row = 50; row < lens.rows; row++)
      expect(seen[row * lens.columns + 123]! / ((focal * 200) / (row - lens.horizon))).toBeCloseTo(
        1,
        2,
      );
    expect(
      seen.subarray(0, lens.horizon * lens.columns).every((d) => d === Number.POSITIVE_INFINITY),
    ).toBe(true);
  });

  test("water above it is seen instead", () => {
    const flooded = distancesAround(
      groundOf(() => 50, 150),
      from,
      lens,
    );
    const at = 70 * lens.columns;
    expect(flooded[at]! / seen[at]!).toBeCloseTo(0.5, 2);
  });
});

test("the Earth is round: from 100 m the ground of a sphere ends 36 km away", () => {
  const far = {...groundOf(() => 0), cellMetres: 1000, reach: 90_000};
  const wide = {...lens, circle: 7_200_000, columns: 1, rows: 9000, horizon: 100};
  const seen = distancesAround(far, {...from, eye: 100}, wide);
  const farthest = seen.reduce(
    (most, d) => (d === Number.POSITIVE_INFINITY ? most : Math.max(most, d)),
    0,
  );
  expect(Math.abs(farthest - Math.sqrt(2 * 6_371_000 * 100))).toBeLessThan(1500);
});

test("a tower stands where it is, and hides what lies behind it", () => {
  const tower = groundOf((x, y) => (Math.abs(x - 20) < 2 && Math.abs(y) < 2 ? 900 : 0));
  const seen = distancesAround(tower, {x: 0, y: 0, eye: 250}, lens);
  const east = lens.circle / 4;
  const column = (c: number) =>
    Array.from({length: lens.rows}, (_, row) => seen[row * lens.columns + c]!);
  expect(column(east)[5], "above the horizon").toBeCloseTo(1900, -2);
  expect(column(east + 60)[5]).toBe(Number.POSITIVE_INFINITY);
  expect(
    column(east).filter((d) => d > 2200 && d < 1e6),
    "nothing behind",
  ).toEqual([]);
});

test("hills are seen as by a slow march in NumPy", () => {
  const {rows, distances} = JSON.parse(
    readFileSync(new URL("../../reference/panorama.json", import.meta.url), "utf8"),
  ) as {rows: readonly number[]; distances: readonly (number | null)[][]};
  const seen = distancesAround(hills, from, lens);
  let [alike, all] = [0, 0];
  for (const [i, row] of rows.entries())
    for (const [j, expected] of distances[i]!.entries()) {
      const found = seen[row * lens.columns + 30 * j]!;
      all++;
      if (expected === null) alike += Number(found === Number.POSITIVE_INFINITY);
      else alike += Number(Math.abs(found / expected - 1) < 0.03);
    }
  // A ridge that ends within a pixel of the middle of one is seen by one of them only.
  expect(alike / all).toBeGreaterThan(0.97);
});

describe("the circle closes", () => {
  test("a column is the same after a whole turn, to the last bit", () => {
    const narrow = {...lens, columns: 20};
    const once = distancesAround(hills, from, {...narrow, first: 715});
    for (const first of [-5, 715 + 7200])
      expect(distancesAround(hills, from, {...narrow, first})).toEqual(once);
  });

  const greys = (distances: Float32Array) =>
    Uint8ClampedArray.from(
      {length: 4 * distances.length},
      (_, i) => 255 * Math.exp(-distances[i >> 2]! / 3000),
    );

  test("where it does, columns differ no more than inside, from twenty places", () => {
    const small = {...lens, circle: 360, columns: 360};
    const found = Array.from({length: 20}, (_, i) => {
      const place = {x: (i % 8) * 3.3 - 11, y: Math.floor(i / 8) * 8.1 - 9};
      const eye = heightAt(hills.piece, place.x, place.y)! + 60;
      return closing(greys(distancesAround(hills, {...place, eye}, small)), small.columns);
    });
    for (const {seam, most} of found) expect(seam).toBeLessThanOrEqual(most);
    const mean = (of: "seam" | "inside") =>
      found.reduce((sum, each) => sum + each[of], 0) / found.length;
    expect(mean("seam") / mean("inside")).toBeLessThan(1.1);
  });

  test("a seam would be seen: a circle that lacks a twelfth", () => {
    const wrong = distancesAround(hills, from, {...lens, circle: 785});
    const {seam, inside} = closing(greys(wrong), lens.columns);
    expect(seam).toBeGreaterThan(3 * inside);
  });

  test("differences of columns by hand", () => {
    const pixels = Uint8ClampedArray.from([0, 0, 0, 255, 30, 0, 0, 255, 30, 60, 0, 255]);
    expect(closing(pixels, 3)).toEqual({seam: 30, inside: 15, most: 20});
  });
});

test("heights lie between those of four cells, and nowhere beyond the piece", () => {
  const piece = {left: -1, top: 4, width: 2, height: 2, data: Float64Array.from([0, 10, 20, 50])};
  expect(heightAt(piece, -1, 4)).toBe(0);
  expect(heightAt(piece, -0.5, 4)).toBe(5);
  expect(heightAt(piece, -0.5, 4.5)).toBe(20);
  expect(heightAt(piece, 0, 4)).toBeUndefined();
  expect(heightAt(piece, -1.1, 4)).toBeUndefined();
});
