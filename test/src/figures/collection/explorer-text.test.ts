import {expect, it} from "vitest";
import {
  chosenOf,
  countsOf,
  type ExploredSet,
} from "../../../../src/figures/collection/explored-set.js";
import {
  balanceText,
  equalText,
  pageText,
  pictureName,
} from "../../../../src/figures/collection/explorer-text.js";

const set: ExploredSet = {
  title: "faces",
  images: {data: new Uint8Array(5), shape: [5, 1, 1, 1]},
  sortings: [
    {label: "glasses", options: ["none", "clear"], labels: [0, 1, 1, 1, 1]},
    {label: "hair", options: ["long", "short"], labels: [0, 0, 1, 1, 0]},
  ],
  provenance: {author: "", licence: "", note: "", source: "", url: ""},
};

it("chooses the pictures of an option, or all", () => {
  expect(chosenOf(set, 1, 0)).toEqual([0, 1, 4]);
  expect(chosenOf(set, 0)).toEqual([0, 1, 2, 3, 4]);
  expect(countsOf(set.sortings[1]!)).toEqual([3, 2]);
});

it("calls a picture by its number and what it is, but not by what it has not", () => {
  expect(pictureName(set, 2)).toBe("3: clear, short");
  expect(pictureName(set, 0)).toBe("1: long");
});

it("says how far from balance a set is, and which option is the rare one", () => {
  expect(balanceText(set.sortings[0]!)).toBe("From 1 (none) to 4 (clear): 4.0 times as many.");
  expect(balanceText({label: "", options: ["a", "b"], labels: [1, 0]})).toBe(
    "In balance: 1 picture of each.",
  );
});

it("says what was compared, and where a page stands", () => {
  expect(equalText(0, 1026)).toBe(
    "Equal copies: none among 1,026 pictures, by hash and then byte for byte.",
  );
  expect(equalText(2, 10)).toContain("2 groups among 10 pictures");
  expect(pageText(60, 60, 10_000)).toBe("61 to 120 of 10,000 pictures");
  expect(pageText(0, 0, 0, "pair")).toBe("No pairs");
});
