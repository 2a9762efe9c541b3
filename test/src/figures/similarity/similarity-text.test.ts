import {expect, test} from "vitest";
import {
  matrixText,
  rankText,
  similarityText,
} from "../../../../src/figures/similarity/similarity-text.js";

test("how often the right picture is found", () => {
  expect(matrixText([1, 5, 6, 1, 2])).toBe(
    "The right picture is first for 2 of 5 captions, and among the first five for 4. Guessing: 1 and 5.",
  );
});

test("a place among others", () => {
  expect([1, 2, 3, 11, 22, 50].map((rank) => rankText(rank, 50))).toEqual([
    "its own picture: first",
    "its own picture: 2nd of 50",
    "its own picture: 3rd of 50",
    "its own picture: 11th of 50",
    "its own picture: 22nd of 50",
    "its own picture: 50th of 50",
  ]);
});

test("a cosine has two decimals and a minus sign", () => {
  expect([0.8249, -0.1, 1].map(similarityText)).toEqual(["0.82", "−0.10", "1.00"]);
});
