import {expect, it} from "vitest";
import {contours, levelsOf} from "../../../../src/figures/plane/contours.js";

const nodes = 21;
const at = (i: number) => -1 + (2 * i) / (nodes - 1);
const fieldOf = (f: (x: number, y: number) => number) => ({
  data: Float32Array.from({length: nodes * nodes}, (_, i) =>
    f(at(i % nodes), at(Math.floor(i / nodes))),
  ),
  shape: [nodes, nodes],
});

it("lies where the field has the level", () => {
  const {from, to} = contours(
    fieldOf((x, y) => 2 * x - y),
    1,
    [0.5, -1],
  );
  expect(from.length).toBeGreaterThan(40);
  for (const ends of [from, to])
    for (let i = 0; i < ends.length; i += 2) {
      const value = 2 * ends[i]! - ends[i + 1]!;
      expect(Math.min(Math.abs(value - 0.5), Math.abs(value + 1))).toBeLessThan(1e-6);
    }
});

it("closes around a hill, in pieces no longer than a cell", () => {
  const {from, to} = contours(
    fieldOf((x, y) => x * x + y * y),
    1,
    [0.47],
  );
  const key = (ends: readonly number[], i: number) =>
    `${ends[i]!.toFixed(6)} ${ends[i + 1]!.toFixed(6)}`;
  const ends = [from, to].flatMap((list) =>
    Array.from({length: list.length / 2}, (_, i) => key(list, 2 * i)),
  );
  const counts = new Map<string, number>();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  expect(new Set(counts.values())).toEqual(new Set([2]));
});

it("has levels between the least and the most, closer together below", () => {
  const levels = levelsOf(
    fieldOf((x) => x),
    5,
  );
  expect(levels[0]).toBeGreaterThan(-1);
  expect(levels.at(-1)).toBeLessThan(1);
  expect(levels[1]! - levels[0]!).toBeLessThan(levels[4]! - levels[3]!);
});
