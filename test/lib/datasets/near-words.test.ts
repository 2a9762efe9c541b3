import {expect, test} from "vitest";
import {changesBetween, nearWords} from "../../../lib/datasets/near-words.js";

test.each([
  ["car", "car", 0],
  ["cat", "car", 1],
  ["appel", "apple", 1],
  ["vehicel", "vehicle", 1],
  ["", "cat", 3],
  ["kitten", "sitting", 3],
])("%j and %j are %i changes apart", (a, b, changes) => {
  expect(changesBetween(a, b)).toBe(changes);
  expect(changesBetween(b, a)).toBe(changes);
});

const words = ["fruit", "suit", "vehicle", "car", "cat", "cart", "apple"];

test("the nearest are offered first, those that begin alike before others", () => {
  expect(nearWords("friut", words, 3)).toEqual(["fruit"]);
  expect(nearWords("carr", words, 2)).toEqual(["car", "cart"]);
  expect(nearWords("xylophone", words, 3)).toEqual([]);
});

test("a word of any length is answered", () => {
  expect(nearWords("a".repeat(10_000), words, 3)).toEqual([]);
});
