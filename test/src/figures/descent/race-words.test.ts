import {describe, expect, test} from "vitest";
import {
  firstState,
  landOf,
  type Race,
  raceOn,
  raceSteps,
  withSurface,
} from "../../../../src/figures/descent/race-state.js";
import {laneWords, told, verdict} from "../../../../src/figures/descent/race-words.js";

const first = firstState();
const ravine = raceOn(landOf(first.formula, first.extent), first);
const lane = (race: Race, name: string) => race.lanes.find((each) => each.name === name)!;

describe("a guess", () => {
  test("is repeated while they run, and judged when all is over", () => {
    expect(verdict(ravine, "momentum", 10)).toBe("You say: momentum.");
    expect(verdict(ravine, undefined, 10)).toBe("");
    expect(verdict(ravine, "adam", raceSteps)).toBe(
      "First: Adam and AdamW, at step 40. You said Adam: right.",
    );
    expect(verdict(ravine, "momentum", raceSteps)).toBe(
      "First: Adam and AdamW, at step 40. You said momentum. It came at step 44.",
    );
    expect(verdict(ravine, "nobody", raceSteps)).toBe(
      "First: Adam and AdamW, at step 40. You said nobody.",
    );
  });

  test("that nobody arrives can be right", () => {
    const state = {...first, start: [-2, 0] as const, racers: ["sgd"] as const};
    const race = raceOn(landOf("x^2 - y^2", 2), state);
    expect(verdict(race, "nobody", raceSteps)).toBe(
      "Nobody has arrived within 400 steps. You said nobody: right.",
    );
  });
});

test("a racer stands somewhere, has arrived, or is lost", () => {
  expect(laneWords(lane(ravine, "sgd"), 0)).toBe("height 2.34");
  expect(laneWords(lane(ravine, "adam"), 39)).toMatch(/^height /);
  expect(laneWords(lane(ravine, "adam"), 40)).toBe("arrived at step 40");
  const fast = raceOn(ravine.land, {...first, dials: {...first.dials, rate: 2}});
  const {heights} = lane(fast, "sgd");
  expect(laneWords(lane(fast, "sgd"), raceSteps)).toBe(`lost after ${heights.length - 1} steps`);
  expect(verdict(fast, "sgd", raceSteps)).toContain("It was lost.");
});

test("another surface brings its start and its rates, and a formula of one's own keeps them", () => {
  const bent = withSurface(first, "rosenbrock");
  expect([bent.dials.rate, bent.start]).toEqual([0.002, [-1.3, 1.7]]);
  const own = withSurface(bent, "own");
  expect(own).toEqual({...bent, dials: {...bent.dials, surface: "own"}});
});

test("a formula without a value on the map is refused in words", () =>
  expect(() => landOf("log(-1)", 3)).toThrow("no value anywhere on the map, from −3 to 3"));

test("numbers have a true minus sign", () =>
  expect([told(-0.934), told(1e-12), told(Number.NaN)]).toEqual([
    "−0.934",
    "0",
    "beyond all bounds",
  ]));
