/** What "Games" says of a world that follows whoever walks in it. */
import {expect, test} from "vitest";
import {coarseSide, reach} from "../../lib/worlds/followed-way.js";
import {type ReliefOptions, reliefPiece} from "../../lib/worlds/relief.js";
import {
  areaToCompare,
  comparedAt,
  leaningFor,
  memory,
  mostLeaning,
  stretch,
} from "../../lib/worlds/way-profile.js";
import {cellMetres} from "../../src/figures/terrain/relief-shades.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("09-applications");

test("distances and bounds are those of the code", () => {
  expect(text).toContain("Each square of 32 by 32 cells");
  expect(coarseSide).toBe(32);
  expect(text).toContain("nine squares, which is 26 km");
  expect(reach).toBe(4 + 4 + 1);
  expect(Math.round((reach * coarseSide * cellMetres) / 1000)).toBe(26);
  expect(text).toContain("the last half kilometre of your way");
  expect((stretch * cellMetres) / 1000).toBeCloseTo(0.5, 1);
  expect(text).toContain("(c - p)/128");
  expect(memory).toBe(128);
  expect(text).toContain("up to 120 m lower");
  expect(text).toContain("At 70 % and above, and at 30 % and below, it is the most that is given");
  const shared = (share: number) => 2 * share - 1;
  expect(leaningFor({height: shared(0.7), climbing: shared(0.3), water: shared(1)})).toEqual({
    tall: expect.closeTo(mostLeaning.tall, 12),
    rough: expect.closeTo(-mostLeaning.rough, 12),
    low: 120,
  });
  expect(leaningFor({height: shared(0.69), climbing: 0, water: 0}).tall).toBeLessThan(
    mostLeaning.tall,
  );
});

test("24 places are compared, up to 15 cells to each side", () => {
  expect(text).toContain("24 places around you, up to 15 cells to each side");
  const area = areaToCompare({x: 0, y: 0});
  const lower = (x: number, y: number) => {
    const data = new Float64Array(area.width * area.height).fill(10);
    data[(y - area.top) * area.width + x - area.left] = 5;
    return comparedAt({piece: {...area, data}, water: 0}, {x: -1, y: 0}, {x: 0, y: 0}).height;
  };
  const found = [];
  for (let y = -18; y <= 18; y++)
    for (let x = -18; x <= 18; x++)
      if ((x !== 0 || y !== 0) && lower(x, y) > 0) found.push(Math.max(Math.abs(x), Math.abs(y)));
  expect(found.length).toBe(24);
  expect(Math.max(...found)).toBe(15);
});

test("a game that gives water for the share of a way along water drowns its world, though one walks straight on", () => {
  const options: ReliefOptions = {
    ...{seed: 7, scales: [60, 52, 36, 20, 10], base: 1.3 * 134, roughness: 0.9},
    network: (differences) => ({mean: differences[3]! / 8, deviation: 0.7}),
  };
  const straight = {left: 0, top: -2, width: 1200, height: 5};
  const {data} = reliefPiece(options, straight);
  /** Of the cells in the middle row those with water at most two cells away, where the land lies so much lower. */
  const alongWater = (low: number) => {
    const isWet = Array.from({length: straight.width}, (_, x) =>
      [0, 1, 2, 3, 4].some((row) => data[row * straight.width + x]! - low < -60),
    );
    const beside = isWet.map((_, x) => isWet.slice(Math.max(0, x - 2), x + 3).some(Boolean));
    return beside.filter(Boolean).length / straight.width;
  };
  const given = [0];
  for (let round = 0; round < 12; round++) given.push(1000 * alongWater(given.at(-1)!));
  expect(alongWater(0)).toBeLessThan(0.6);
  for (const [round, low] of given.slice(1).entries())
    expect(low).toBeGreaterThanOrEqual(given[round]!);
  expect(alongWater(given.at(-1)!)).toBeGreaterThan(0.98);
});
