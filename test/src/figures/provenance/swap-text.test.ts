import {expect, test} from "vitest";
import {countShare, seenText, swapText} from "../../../../src/figures/provenance/swap-text.js";

test("whom the made pictures are taken for, with intervals", () => {
  const counts = {
    ...{pairs: 100, takenFor: {owner: 81, wearer: 3, stranger: 16}, byAttribute: []},
    lessSure: 45,
  };
  expect(swapText(counts)).toBe(
    "Of 100 made pictures the recogniser takes 81 (72 to 88 %) for the owner of the face, 3 (1 to 9 %) for the wearer, and the others for one of eight who have nothing to do with it. Beside a picture that nobody swapped, the classifier is less sure of the made one in 45 (35 to 55 %).",
  );
});

test("a share of few cases has a wide interval", () => {
  expect(countShare(0, 5)).toMatchObject({share: 0, low: 0});
  expect(countShare(0, 5).high).toBeGreaterThan(0.5);
});

test("what is seen is the likeliest option, with its probability", () => {
  expect(seenText(["none", "short", "long"], Float32Array.of(0.01, 0.014, 0.976))).toBe(
    "long, 98\u00a0%",
  );
});
