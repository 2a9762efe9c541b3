import {describe, expect, it} from "vitest";
import {type Draw, drawAgain, drawRandom, simpler} from "../../../lib/grading/draw.js";
import {Random} from "../../../lib/random.js";

/** Every whole number from `min` to `max`, by the order of its choice. */
const integers = (min: number, max: number) =>
  Array.from({length: max - min + 1}, (_, i) => drawAgain([i]).integer(min, max));

describe("a draw", () => {
  it.each<[number, number, number[]]>([
    [-2, 3, [0, 1, -1, 2, -2, 3]],
    [-3, 1, [0, 1, -1, -2, -3]],
    [4, 7, [4, 5, 6, 7]],
    [-7, -5, [-5, -6, -7]],
  ])("reaches each whole number from %d to %d once, the nearest to 0 first", (min, max, order) => {
    expect(integers(min, max)).toEqual(order);
  });

  it("takes numbers with few decimals for simpler ones, within the bounds", () => {
    const number = (decimals: number, min: number, max: number) =>
      drawAgain([decimals, 885]).number(min, max);
    expect([0, 1, 2].map((decimals) => number(decimals, -5, 5))).toEqual([4, 4.4, 4.43]);
    expect(number(0, 0.2, 0.9)).toBe(0.9);
    expect(drawAgain([0, 3]).number(-5, 5)).toBe(0);
  });

  it("never gives -0", () => {
    for (const choices of [[0], [0, 2], [2, 0]])
      expect(Object.is(drawAgain(choices).number(-1, 1), 0)).toBe(true);
  });

  it("stays within its bounds, and reaches them", () => {
    const draw = drawRandom(new Random(3));
    const values = draw.numbers(500, -1.5, 2, 1);
    expect([Math.min(...values), Math.max(...values)]).toEqual([-1.5, 2]);
    expect(values.every((value) => Number.isInteger(value * 10))).toBe(true);
  });

  it("has lists of one and of all, and sizes of the most", () => {
    const draws = Array.from({length: 60}, (_, i) => drawRandom(new Random(i)));
    const lengths = draws.map((draw) => draw.list(1, 20, () => 0).length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 20]);
    const sizes = new Set(draws.map((draw) => draw.size(1, 3, 20)));
    expect([...sizes].sort((a, b) => a - b)).toEqual([1, 2, 3, 20]);
    expect(drawAgain([]).size(2, 4, 12)).toBe(2);
  });

  it("is made again by its choices", () => {
    const make = (draw: Draw) => draw.list(1, 9, () => draw.matrix(2, 1, -9, 9));
    const first = drawRandom(new Random(8));
    const made = make(first);
    expect(make(drawAgain(first.choices))).toEqual(made);
    expect(make(drawAgain([]))).toEqual([[[0], [0]]]);
  });

  it("becomes simpler by every way there is, and never longer", () => {
    const ways = [...simpler(() => [5, 0, 2])];
    expect(ways).toContainEqual([0, 2]);
    expect(ways).toContainEqual([0, 0, 2]);
    expect(ways).toContainEqual([5, 0, 1]);
    expect(ways.every((way) => way.length <= 3 && way.every((choice) => choice >= 0))).toBe(true);
    expect([...simpler(() => [])]).toEqual([]);
  });
});
