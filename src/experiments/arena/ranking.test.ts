import {expect, test} from "vitest";
import {moved, parseRanking, rankingOf, rankingText, rightPairs} from "./ranking.js";

test("a line of names is an order of all four, whatever stands in it", () => {
  expect(parseRanking("")).toEqual(["gan", "vae", "tokens", "flow"]);
  expect(parseRanking("flow gan")).toEqual(["flow", "gan", "vae", "tokens"]);
  expect(parseRanking("vae who? vae toString flow")).toEqual(["vae", "flow", "gan", "tokens"]);
  const order = ["tokens", "flow", "vae", "gan"] as const;
  expect(parseRanking(rankingText(order))).toEqual(order);
});

test("one moves up or down, and not beyond the ends", () => {
  const order = parseRanking("");
  expect(moved(order, 2, -1)).toEqual(["gan", "tokens", "vae", "flow"]);
  expect(moved(order, 2, 1)).toEqual(["gan", "vae", "flow", "tokens"]);
  expect(moved(order, 0, -1)).toBe(order);
  expect(moved(order, 3, 1)).toBe(order);
});

test("pairs in the right order are counted", () => {
  const truth = rankingOf({gan: 19, vae: 57, tokens: 33, flow: 25});
  expect(truth).toEqual(["gan", "flow", "tokens", "vae"]);
  expect(rightPairs(truth, truth)).toBe(6);
  expect(rightPairs([...truth].reverse(), truth)).toBe(0);
  expect(rightPairs(["flow", "gan", "tokens", "vae"], truth)).toBe(5);
});
