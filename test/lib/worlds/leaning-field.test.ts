import {describe, expect, test} from "vitest";
import {Random} from "../../../lib/random.js";
import {
  conditionRange,
  type Leaning,
  LeaningField,
  leaningConditions,
  leant,
  noLeaning,
} from "../../../lib/worlds/leaning-field.js";
import {type ReliefOptions, reliefPiece} from "../../../lib/worlds/relief.js";

/** Coarse cells from -`far` to `far`. */
function fieldOf(far: number, leaning: (column: number, row: number) => Leaning): LeaningField {
  const field = new LeaningField();
  for (let row = -far; row <= far; row++)
    for (let column = -far; column <= far; column++) field.give(column, row, leaning(column, row));
  return field;
}

const one = {rough: 1, tall: 10, low: -100};
const single = fieldOf(3, (column, row) => (column === 0 && row === 0 ? one : noLeaning));
const everywhere = {left: -32, top: -32, width: 96, height: 96};

describe("leanings by place", () => {
  test("at a quarter of a coarse cell, 9 parts of 32 are of the one before, 22 of its own and 1 of the next", () => {
    const at = single.over(1, {left: -4, top: -4, width: 10, height: 8});
    expect(at(0, 0).rough).toBe((22 / 32) ** 2);
    expect(at(2, 0).rough, "in its neighbour in the east").toBe((9 / 32) * (22 / 32));
    expect(at(-1, -2).rough, "in the north-west").toBe((9 / 32) * (1 / 32));
    expect(at(4, 0), "two coarse cells away").toEqual({rough: 0, tall: 0, low: 0});
  });

  test("on the coarse level itself, at the middle of a cell, it is an eighth, three quarters and an eighth", () => {
    const at = single.over(0, {left: -1, top: -1, width: 3, height: 3});
    expect(at(0, 0).tall).toBe(10 * 0.75 ** 2);
    expect(at(1, -1).tall).toBe(10 * 0.125 ** 2);
  });

  test("does not depend on the area that is asked about", () => {
    const [wide, narrow] = [
      single.over(5, everywhere),
      single.over(5, {left: -3, top: 30, width: 1, height: 5}),
    ];
    for (let y = 30; y < 35; y++) expect(narrow(-3, y)).toEqual(wide(-3, y));
  });

  test("of cells that all lean alike it is that everywhere, and of any others it lies between them", () => {
    const alike = fieldOf(3, () => one).over(5, everywhere);
    const random = new Random(5);
    const any = fieldOf(3, () => ({...noLeaning, rough: random.uniform(-0.5, 0.5)}));
    const at = any.over(5, everywhere);
    for (let y = -32; y < 64; y += 5)
      for (let x = -32; x < 64; x += 3) {
        expect(alike(x, y).low).toBeCloseTo(-100, 10);
        expect(Math.abs(at(x, y).rough)).toBeLessThanOrEqual(0.5);
      }
  });

  test("changes smoothly from one cell to the next, without a kink where coarse cells meet", () => {
    const random = new Random(6);
    const any = fieldOf(3, () => ({...noLeaning, low: random.uniform(-1, 1)}));
    const at = any.over(5, everywhere);
    const steps = Array.from({length: 95}, (_, i) => at(i - 31, 7).low - at(i - 32, 7).low);
    expect(Math.max(...steps.map(Math.abs))).toBeLessThanOrEqual(2 / 32);
    const bends = steps.slice(1).map((step, i) => Math.abs(step - steps[i]!));
    expect(Math.max(...bends), "a straight line between middles bends more").toBeLessThanOrEqual(
      4 / 32 ** 2,
    );
    expect(Math.max(...steps.map(Math.abs)), "there is something to see").toBeGreaterThan(0.01);
  });

  test("a coarse cell keeps what it was given first", () => {
    const field = fieldOf(1, () => one);
    field.give(0, 0, noLeaning);
    expect(field.over(0, {left: 0, top: 0, width: 1, height: 1})(0, 0).rough).toBeCloseTo(1, 12);
    expect(field.count).toBe(9);
  });

  test("what has none yet is named", () => {
    expect(() => single.over(5, {left: 96, top: 0, width: 1, height: 1})).toThrow(
      "no leaning at coarse cell 4, -1",
    );
  });
});

test("conditions lean no further than their ranges go", () => {
  const set = {rough: 0.9, tall: 1.3};
  expect(leant(set, noLeaning)).toEqual(set);
  expect(leant(set, {rough: 9, tall: 9, low: 0})).toEqual({
    rough: conditionRange.rough.max,
    tall: conditionRange.tall.max,
  });
  expect(leant(set, {rough: -9, tall: -9, low: 0})).toEqual({
    rough: conditionRange.rough.min,
    tall: conditionRange.tall.min,
  });
});

describe("a relief that leans", () => {
  const options: ReliefOptions = {
    ...{seed: 4, scales: [60, 30], base: 1.3 * 134.22114554092474, roughness: 0.9},
    network: (differences) => ({mean: differences[3]! / 8, deviation: 0.7}),
  };
  const set = {rough: 0.9, tall: 1.3};
  const area = {left: -9, top: 3, width: 20, height: 10};
  const leaning = (each: Leaning) => ({
    ...options,
    byPlace: leaningConditions(
      fieldOf(12, () => each),
      set,
      134.22114554092474,
    ),
  });

  test("nowhere is the same to the last bit", () => {
    expect(reliefPiece(leaning(noLeaning), area)).toEqual(reliefPiece(options, area));
  });

  test("low everywhere lies lower by as much", () => {
    const [lower, as] = [leaning({...noLeaning, low: 50}), options].map((each) =>
      reliefPiece(each, area),
    );
    for (const [i, height] of lower!.data.entries())
      expect(height).toBeCloseTo(as!.data[i]! - 50, 6);
  });

  test("everywhere as rough and as tall as a world can be set is that world", () => {
    const found = reliefPiece(leaning({rough: 0.25, tall: 0.5, low: 0}), area);
    const wanted = reliefPiece({...options, roughness: 1.15, base: 1.8 * 134.22114554092474}, area);
    for (const [i, height] of found.data.entries()) expect(height).toBeCloseTo(wanted.data[i]!, 6);
  });

  test("in one place is the same world far from there, and another one there", () => {
    const [at, without] = [
      fieldOf(12, (column) => (column > 3 ? {rough: 0.5, tall: 0.7, low: 100} : noLeaning)),
      options,
    ];
    const other = {...options, byPlace: leaningConditions(at, set, 134.22114554092474)};
    const [west, east] = [-24, 20].map((left) => ({left, top: 0, width: 4, height: 4}));
    expect(reliefPiece(other, west!)).toEqual(reliefPiece(without, west!));
    expect(reliefPiece(other, east!).data).not.toEqual(reliefPiece(without, east!).data);
  });
});
