import {describe, expect, test} from "vitest";
import {rankingTrials, realOrMadeTrials, type Trial} from "../../../lib/questions/judging-plan.js";

const makers = ["real", "gan", "vae", "tokens", "diffusion"].map((id) => ({id, count: 60}));

function countsOf(trials: readonly Trial[]) {
  const counts: Record<string, number> = {};
  for (const {left, right} of trials) {
    const pair = [left.maker, right.maker].sort().join(" ");
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}

describe("real or made", () => {
  test("has twenty rounds, each maker five times, always against a real one", () => {
    const trials = realOrMadeTrials(makers, 7, 0);
    expect(countsOf(trials)).toEqual({
      "diffusion real": 5,
      "gan real": 5,
      "real tokens": 5,
      "real vae": 5,
    });
  });

  test("shows no picture twice while there are others", () => {
    const places = realOrMadeTrials(makers, 7, 0).flatMap(({left, right}) => [left, right]);
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(40);
  });

  test("is the same by the same seed and sitting, and another by another", () => {
    expect(realOrMadeTrials(makers, 7, 0)).toEqual(realOrMadeTrials(makers, 7, 0));
    expect(realOrMadeTrials(makers, 7, 1)).not.toEqual(realOrMadeTrials(makers, 7, 0));
    expect(realOrMadeTrials(makers, 8, 0)).not.toEqual(realOrMadeTrials(makers, 7, 0));
  });

  test("puts the real one left in half of the rounds, whichever round and maker: nothing gives it away", () => {
    const trials = Array.from({length: 200}, (_, seed) => realOrMadeTrials(makers, seed, 0));
    const leftShare = (some: readonly Trial[]) =>
      some.filter(({left}) => left.maker === "real").length / some.length;
    // Five standard errors of 200 and of 1,000 coins.
    for (let round = 0; round < 20; round++)
      expect(Math.abs(leftShare(trials.map((each) => each[round]!)) - 0.5)).toBeLessThan(0.18);
    const ofGan = trials
      .flat()
      .filter(({left, right}) => [left, right].some((p) => p.maker === "gan"));
    expect(ofGan).toHaveLength(1000);
    expect(Math.abs(leftShare(ofGan) - 0.5)).toBeLessThan(0.08);
  });

  test("makes do with few pictures, and refuses to go on with nothing made", () => {
    const few = [
      {id: "real", count: 3},
      {id: "own", count: 1},
    ];
    expect(realOrMadeTrials(few, 7, 0)).toHaveLength(20);
    expect(() => realOrMadeTrials(few.slice(0, 1), 7, 0)).toThrow("too few makers: 1");
  });
});

test("ranking has each of the ten pairs twice", () => {
  const counts = countsOf(rankingTrials(makers, 7, 0));
  expect(Object.keys(counts)).toHaveLength(10);
  expect(new Set(Object.values(counts))).toEqual(new Set([2]));
});
