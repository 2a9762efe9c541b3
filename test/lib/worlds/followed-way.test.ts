import {describe, expect, test} from "vitest";
import {cellsTo, FollowedWay, reach} from "../../../lib/worlds/followed-way.js";
import {conditionRange, leaningConditions, leant} from "../../../lib/worlds/leaning-field.js";
import {type ReliefOptions, reliefPiece} from "../../../lib/worlds/relief.js";
import {ReliefTiles, tileSide} from "../../../lib/worlds/relief-tiles.js";
import {type Cell, mostLeaning, type WayProfile} from "../../../lib/worlds/way-profile.js";

const base = 134;
const set = {rough: 0.9, tall: 1.3};
const water = 0;
const start = {x: 0, y: 0};

/** Detail without a network, which is quicker and as good here. */
const optionsOf = (seed: number, {rough, tall} = set): ReliefOptions => ({
  ...{seed, scales: [60, 52, 36, 20, 10], base: tall * base, roughness: rough},
  network: (differences) => ({mean: differences[3]! / 8, deviation: 0.7}),
});

interface Journey {
  readonly way: FollowedWay;
  readonly tiles: ReliefTiles;
  readonly options: ReliefOptions;
  readonly cells: readonly Cell[];
}

/** Which of three places ahead one heads for, of these heights, from a place of height `here`. */
type Taste = (ahead: readonly number[], here: number) => number;
const least = (values: readonly number[]) => values.indexOf(Math.min(...values));
const tastes = {
  climber: (ahead) => least(ahead.map((height) => -height)),
  shore: (ahead) => least(ahead.map((height) => Math.abs(height - water))),
  steep: (ahead, here) => least(ahead.map((height) => -Math.abs(height - here))),
  straight: () => 1,
} satisfies Record<string, Taste>;
/** Cells to the places ahead, and those walked before one looks again. */
const [sight, pace] = [4, 2] as const;
const compass = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/** Begins eastwards. One that `turns` looks about from the direction that it goes in, others always look east. */
function journey(seed: number, taste: Taste, count: number, turns = true, dials = set): Journey {
  const way = new FollowedWay(start);
  const byPlace = leaningConditions(way.field, dials, base);
  const options = {...optionsOf(seed, dials), byPlace};
  const tiles = new ReliefTiles(options);
  const cells: Cell[] = [start];
  let heading = 0;
  while (cells.length * pace <= count) {
    const {x, y} = cells.at(-1)!;
    const heightAt = (dx: number, dy: number) =>
      tiles.piece({left: x + dx, top: y + dy, width: 1, height: 1}).data[0]!;
    const ways = [7, 0, 1].map((turn) => (heading + turn) % 8);
    const ahead = ways.map((way) => heightAt(sight * compass[way]![0], sight * compass[way]![1]));
    const chosen = ways[taste(ahead, heightAt(0, 0))]!;
    const next = {x: x + pace * compass[chosen]![0], y: y + pace * compass[chosen]![1]};
    way.walkTo(next, tiles, water);
    cells.push(next);
    if (turns) heading = chosen;
  }
  return {way, tiles, options, cells};
}

describe("cells of a way", () => {
  test("are each beside the one before, in any direction, and end where they should", () => {
    for (const to of [
      {x: 7, y: 3},
      {x: -2, y: 9},
      {x: -5, y: -5},
      {x: 0, y: -4},
    ]) {
      const cells = [{x: 1, y: 1}, ...cellsTo({x: 1, y: 1}, to)];
      expect(cells.at(-1)).toEqual(to);
      for (const [i, {x, y}] of cells.slice(1).entries())
        expect(Math.max(Math.abs(x - cells[i]!.x), Math.abs(y - cells[i]!.y))).toBe(1);
    }
    expect(cellsTo(start, start)).toEqual([]);
  });
});

const first = journey(7, tastes.climber, 660, false);

describe("a world that follows", () => {
  const far = {left: 640, top: -40, width: 40, height: 80};

  test("is the one without before anybody has walked, to the last bit", () => {
    const {field} = new FollowedWay(start);
    const area = {left: -70, top: 20, width: 60, height: 30};
    const options = {...optionsOf(7), byPlace: leaningConditions(field, set, base)};
    expect(reliefPiece(options, area)).toEqual(reliefPiece(optionsOf(7), area));
  });

  test("is the same after the same way, to the last bit, and another one after another", () => {
    expect(journey(7, tastes.climber, 660, false).tiles.piece(far)).toEqual(first.tiles.piece(far));
    const other = journey(7, tastes.straight, 660).tiles.piece(far);
    expect(other.data).not.toEqual(first.tiles.piece(far).data);
    const nobodys = reliefPiece(optionsOf(7), far);
    expect(nobodys.data).not.toEqual(first.tiles.piece(far).data);
  });

  test("does not depend on how many cells of the way come at once", () => {
    const [step, leap] = [new FollowedWay(start), new FollowedWay(start)];
    const to = {x: 400, y: 90};
    const tilesOf = ({field}: FollowedWay) =>
      new ReliefTiles({...optionsOf(7), byPlace: leaningConditions(field, set, base)});
    const [stepTiles, leapTiles] = [tilesOf(step), tilesOf(leap)];
    for (const cell of cellsTo(start, to)) step.walkTo(cell, stepTiles, water);
    leap.walkTo(to, leapTiles, water);
    expect(leap.profile).toEqual(step.profile);
    const area = {left: 500, top: 90, width: 20, height: 20};
    expect(leapTiles.piece(area)).toEqual(stepTiles.piece(area));
  });

  test("keeps what was seen, however far one walks", () => {
    const seen = {left: -30, top: -30, width: 100, height: 60};
    const nobodys = reliefPiece(optionsOf(7), seen);
    expect(new ReliefTiles(first.options).piece(seen)).toEqual(nobodys);
    const {x, y} = first.cells[250]!;
    const there = {left: x - 20, top: y - 20, width: 40, height: 40};
    const before = reliefPiece(first.options, there);
    first.way.walkTo({x: x + 300, y: y - 200}, first.tiles, water);
    expect(reliefPiece(first.options, there)).toEqual(before);
  });

  test("has no seams, and any order of its tiles gives the same", () => {
    const whole = reliefPiece(first.options, far);
    const [forth, back] = [new ReliefTiles(first.options), new ReliefTiles(first.options)];
    for (let x = far.left; x < far.left + far.width; x += 8)
      forth.piece({...far, left: x, width: 8});
    while (back.makeNext({...far, left: far.left - 64, width: far.width + 64}));
    expect(forth.piece(far)).toEqual(whole);
    expect(back.piece(far)).toEqual(whole);
  });

  test("gives nothing to be looked at: all that a view may show is within reach", () => {
    const way = new FollowedWay(start);
    const byPlace = leaningConditions(way.field, set, base);
    const tiles = new ReliefTiles({...optionsOf(7), byPlace});
    const shown = {left: -4 * tileSide, top: 4 * tileSide, width: 1, height: 1};
    tiles.piece(shown);
    tiles.piece({...shown, left: 5 * tileSide - 1});
    expect(way.field.count).toBe((2 * reach + 1) ** 2);
    expect(() => tiles.piece({...shown, left: 5 * tileSide})).toThrow("no leaning at coarse cell");
  });

  test("takes what it knows of somebody to another place and another world", () => {
    const {way} = first;
    const next = new FollowedWay(start, way.profile);
    expect(next.asked).toEqual(way.asked);
    expect(next.leaningAt(start).tall).toBeCloseTo(way.asked.tall, 12);
    next.jumpTo({x: 9000, y: 0});
    expect(next.profile).toEqual(way.profile);
    expect(next.leaningAt({x: 9000, y: 0}).tall).toBeCloseTo(way.asked.tall, 12);
  });
});

describe("walkers through four worlds", () => {
  const seeds = [1, 2, 3, 4];
  const walked = (taste: Taste, turns = true, dials = set) =>
    seeds.map((seed) => journey(seed, taste, 640, turns, dials));
  const all = {
    climber: walked(tastes.climber),
    shore: walked(tastes.shore),
    straight: walked(tastes.straight),
    steep: walked(tastes.steep),
  };
  const mean = (journeys: readonly Journey[], key: keyof WayProfile) =>
    journeys.reduce((sum, {way}) => sum + way.profile[key], 0) / journeys.length;

  test("get conditions within their ranges, wherever they went", () => {
    for (const {way, cells} of Object.values(all).flat())
      for (const cell of cells.filter((_, i) => i % 8 === 0).slice(-20)) {
        const leaning = way.leaningAt(cell);
        const {rough, tall} = leant(set, leaning);
        expect(rough).toBeGreaterThanOrEqual(conditionRange.rough.min);
        expect(rough).toBeLessThanOrEqual(conditionRange.rough.max);
        expect(tall).toBeGreaterThanOrEqual(conditionRange.tall.min);
        expect(tall).toBeLessThanOrEqual(conditionRange.tall.max);
        expect(Math.abs(leaning.low)).toBeLessThanOrEqual(mostLeaning.low + 1e-9);
      }
  });

  test("who climbs is noticed to stand higher, who follows the shore to be by the water and low, who looks for slopes to climb", () => {
    const {climber, shore, straight, steep} = all;
    expect(mean(climber, "height")).toBeGreaterThan(mean(straight, "height") + 0.3);
    expect(mean(shore, "height")).toBeLessThan(mean(straight, "height") - 0.1);
    for (const others of [climber, straight, steep])
      expect(mean(shore, "water")).toBeGreaterThan(mean(others, "water") + 0.1);
    for (const others of [climber, straight, shore])
      expect(mean(steep, "climbing")).toBeGreaterThan(mean(others, "climbing") + 0.1);
  });

  test("so the ground to come differs, and who walks straight on gets nearly what everybody has", () => {
    const asked = (journeys: readonly Journey[], key: keyof typeof mostLeaning) =>
      journeys.reduce((sum, {way}) => sum + way.asked[key], 0) / seeds.length;
    expect(asked(all.climber, "tall")).toBeGreaterThan(0.4);
    expect(asked(all.shore, "tall")).toBeLessThan(-0.1);
    expect(asked(all.shore, "low")).toBeGreaterThan(30);
    for (const key of ["rough", "tall", "low"] as const)
      expect(Math.abs(asked(all.straight, key)), key).toBeLessThan(mostLeaning[key] / 8);
  });

  test("are noticed no more where the world gives more: what follows does not feed on itself", () => {
    const [given, more] = [set, {rough: 1.4, tall: 2}].map((dials) =>
      mean(walked(tastes.climber, false, dials), "height"),
    );
    expect(given).toBeGreaterThan(0.1);
    expect(Math.abs(more! - given!)).toBeLessThan(0.1);
  });
});
