import {describe, expect, test} from "vitest";
import {parseFormula} from "../../../lib/descent/formula.js";
import {surfaceOf} from "../../../lib/descent/formula-slopes.js";
import {firstOf, goalHeight, type Lane, lowestPlace, runRace} from "../../../lib/descent/race.js";
import {descentNames} from "../../../lib/descent/rules.js";
import {descentSurfaces} from "../../../lib/descent/surfaces.js";

const settings = {rate: 0.1, momentum: 0.9, beta1: 0.9, beta2: 0.99, weightDecay: 0};
const bowl = surfaceOf(parseFormula("x^2 + y^2"));
const racers = descentNames.map((name) => ({name, settings}));

function race(changes: Partial<Parameters<typeof runRace>[0]> = {}): Lane[] {
  return runRace({surface: bowl, start: [2, 1], racers, steps: 60, goal: 0.05, ...changes});
}

test("all start from one place, and heights are those of the places", () => {
  for (const {places, heights} of race()) {
    expect(places.slice(0, 2)).toEqual([2, 1]);
    expect(places).toHaveLength(2 * heights.length);
    heights.forEach((height, i) => {
      expect(height).toBe(bowl(places[2 * i]!, places[2 * i + 1]!).value);
    });
  }
});

test("SGD in a bowl shrinks by the same share at each step, and so arrives when that says", () => {
  const [{arrived, heights}] = race() as [Lane];
  expect(heights[7]).toBeCloseTo(5 * 0.8 ** 14, 12);
  expect(arrived).toBe(Math.ceil(Math.log(0.05 / 5) / Math.log(0.64)));
});

test("who only rolls through the goal has not arrived", () => {
  const momentum = race().find(({name}) => name === "momentum")!;
  expect(momentum.heights.findIndex((height) => height <= 0.05)).toBeLessThan(momentum.arrived!);
});

test("a rate that leaps farther each time is lost, and its way ends there", () => {
  const [lane] = race({racers: [{name: "sgd", settings: {...settings, rate: 3}}]}) as [Lane];
  expect(lane.isLost).toBe(true);
  expect(lane.heights.length).toBeLessThan(60);
});

test("a start without a value goes nowhere", () => {
  const [lane] = race({surface: surfaceOf(parseFormula("log(x - 5)"))}) as [Lane];
  expect([lane.isLost, lane.heights.length, lane.arrived]).toEqual([true, 1, undefined]);
});

test("the first are all who arrive at the least step", () => {
  const lane = (name: Lane["name"], arrived?: number): Lane => ({
    name,
    arrived,
    places: [],
    heights: [],
    isLost: false,
  });
  expect(firstOf([lane("sgd"), lane("adam", 7), lane("adamw", 7), lane("rmsprop", 9)])).toEqual([
    "adam",
    "adamw",
  ]);
  expect(firstOf([lane("sgd")])).toEqual([]);
});

test("the goal is a hundredth of the way above the lowest", () =>
  expect(goalHeight(3, 1)).toBeCloseTo(1.02, 12));

describe("the lowest place", () => {
  test("is found between the nodes of the grid", () => {
    const {x, y, height} = lowestPlace(
      surfaceOf(parseFormula("(x - 0.137)^2 + (y + 1.911)^2 - 4")),
      3,
    );
    expect(x).toBeCloseTo(0.137, 4);
    expect(y).toBeCloseTo(-1.911, 4);
    expect(height).toBeCloseTo(-4, 8);
  });

  test("stays on the map, and is no number where there is no height", () => {
    expect(lowestPlace(surfaceOf(parseFormula("x")), 2).x).toBe(-2);
    expect(lowestPlace(surfaceOf(parseFormula("log(-1)")), 2).height).toBeNaN();
  });
});

test("every surface can be read, and begins on its map", () => {
  for (const {formula, start, extent} of Object.values(descentSurfaces)) {
    expect(Number.isFinite(surfaceOf(parseFormula(formula))(start[0], start[1]).value)).toBe(true);
    expect(Math.max(Math.abs(start[0]), Math.abs(start[1]))).toBeLessThan(extent);
  }
});
