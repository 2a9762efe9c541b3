import {describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import {
  afterCell,
  areaToCompare,
  comparedAt,
  emptyProfile,
  leaningFor,
  memory,
  mostLeaning,
} from "../../../lib/worlds/way-profile.js";

const to = {x: 40, y: -7};
const beside = (dx: number, dy: number) => ({x: to.x + dx, y: to.y + dy});

/** What is noticed at `to`, where the land is so high, after a stretch that began (dx, dy) from there. */
function compared(
  height: (x: number, y: number) => number,
  [dx, dy]: readonly [number, number] = [-1, 0],
  water = 0,
) {
  const area = areaToCompare(to);
  const data = Float64Array.from({length: area.width * area.height}, (_, i) =>
    height(area.left + (i % area.width) - to.x, area.top + Math.floor(i / area.width) - to.y),
  );
  return comparedAt({piece: {...area, data}, water}, beside(dx, dy), to);
}

describe("a stretch of the way is compared with 24 places around", () => {
  test("on a slope, straight up is steeper than 18 of them and as steep as six; along it 18 are steeper", () => {
    const slope = (x: number) => 1000 + 3 * x;
    expect(compared(slope)).toEqual({height: 0, climbing: 18 / 24, water: 0});
    expect(compared(slope, [0, 1])).toEqual({height: 0, climbing: -18 / 24, water: 0});
    expect(compared(slope, [1, 0]), "down is as steep as up").toEqual(compared(slope));
    const diagonal = compared(slope, [-1, 1]).climbing;
    expect(diagonal, "for a cell of the step, which is longer").toBe((6 - 6) / 24);
  });

  test("a peak is higher than all, a hollow lower than all, level ground neither", () => {
    const cone = (x: number, y: number) => Math.sqrt(x * x + y * y);
    expect(compared((x, y) => 500 - cone(x, y)).height).toBe(1);
    expect(compared((x, y) => 500 + cone(x, y)).height).toBe(-1);
    expect(compared(() => 500)).toEqual(emptyProfile);
  });

  test("on water there is no height, whatever lies below", () => {
    const random = new Random(2);
    const noticed = compared(() => random.uniform(-300, -1));
    expect(noticed).toEqual(emptyProfile);
  });

  test("water counts within two cells, and less where there is much of it around", () => {
    const river = (at: number) => (x: number) => (x === at ? -1 : 100);
    expect(compared(river(2)).water).toBeCloseTo((24 - 6) / 24, 12);
    expect(compared(river(-2)).water).toBeCloseTo((24 - 6) / 24, 12);
    expect(compared(river(3)).water, "three cells away it is none").toBeLessThan(0);
    expect(compared((x) => (x > 0 ? -50 : 100)).water, "a shore").toBeCloseTo(9 / 24, 12);
    expect(compared(() => -50).water, "on the high sea").toBe(0);
    expect(compared(() => 100).water, "in a desert").toBe(0);
    expect(compared(() => 100, [-1, 0], 200).water, "under water").toBe(0);
  });

  test("ten times as high and as steep is noticed no more", () => {
    const hills = (x: number, y: number) => 100 + ((7 * x * x + 13 * y * x + 5 * y) % 29);
    const [low, high] = [1, 10].map((times) => compared((x, y) => times * hills(x, y)));
    expect(high).toEqual(low);
    expect(low).not.toEqual(emptyProfile);
  });

  test("a long stretch is compared with long ones, and one that leads back to where it began with nothing", () => {
    const slope = (x: number) => 1000 + 3 * x;
    expect(compared(slope, [-6, 0]).climbing).toBe(18 / 24);
    expect(compared(slope, [-3, 4]).climbing, "of five cells, three up: less than 18 of them").toBe(
      (6 - 18) / 24,
    );
    const bumps = (x: number) => 100 + (x & 1);
    expect(compared(bumps, [-1, 0]).climbing).toBeGreaterThan(0);
    expect(compared(bumps, [-6, 0]).climbing, "over six cells they are level").toBe(0);
    expect(compared(slope, [0, 0]).climbing).toBe(0);
  });

  test("a longer stretch than that is named", () => {
    const piece = {...areaToCompare(to), data: new Float64Array(47 * 47)};
    expect(() => comparedAt({piece, water: 0}, beside(7, 0), to)).toThrow(
      "invalid stretch: 47, -7 to 40, -7 (at most 6 cells in each direction)",
    );
  });

  test("ground that ends too near is named", () => {
    const piece = {left: 17, top: -30, width: 46, height: 47, data: new Float64Array(46 * 47)};
    expect(() => comparedAt({piece, water: 0}, beside(1, 0), to)).toThrow(
      "invalid piece: 46 by 47 cells from 17, -30 (must hold 47 by 47 from 17, -30)",
    );
  });
});

test("each cell counts a 128th, and what is long ago counts less", () => {
  const all = {height: 1, climbing: -1, water: 0.5};
  const first = afterCell(emptyProfile, all);
  expect(first).toEqual({height: 1 / 128, climbing: -1 / 128, water: 1 / 256});
  let profile = emptyProfile;
  for (let cell = 0; cell < memory; cell++) profile = afterCell(profile, all);
  expect(profile.height).toBeCloseTo(1 - Math.exp(-1), 2);
  for (let cell = 0; cell < 20 * memory; cell++) profile = afterCell(profile, emptyProfile);
  expect(Math.abs(profile.climbing)).toBeLessThan(1e-6);
});

test("whatever the way, a profile stays between -1 and 1 and a leaning within its bounds", () => {
  const random = new Random(9);
  const draw = () => random.integer(3) - 1;
  let profile = emptyProfile;
  for (let cell = 0; cell < 2000; cell++) {
    const stays = {height: draw(), climbing: cell < 900 ? 1 : -1, water: cell < 1400 ? -1 : 1};
    profile = afterCell(profile, stays);
    for (const noticed of Object.values(profile)) expect(Math.abs(noticed)).toBeLessThanOrEqual(1);
    const {rough, tall, low} = leaningFor(profile);
    expect(Math.abs(rough)).toBeLessThanOrEqual(mostLeaning.rough);
    expect(Math.abs(tall)).toBeLessThanOrEqual(mostLeaning.tall);
    expect(Math.abs(low)).toBeLessThanOrEqual(mostLeaning.low);
  }
  expect(leaningFor(profile).low, "all of it in the end").toBe(mostLeaning.low);
});

test("from 0.4 on all is given, for 0.2 half of it", () => {
  expect(leaningFor({height: 0.2, climbing: -0.4, water: 1})).toEqual({
    rough: -mostLeaning.rough,
    tall: mostLeaning.tall / 2,
    low: mostLeaning.low,
  });
  expect(leaningFor(emptyProfile)).toEqual({rough: 0, tall: 0, low: 0});
});
