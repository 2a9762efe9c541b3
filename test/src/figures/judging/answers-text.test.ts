import {expect, test} from "vitest";
import {answersText} from "../../../../src/figures/judging/answer-sheet.js";

const images = {data: new Uint8Array(0), shape: [0, 28, 28, 1]} as const;

test("says of how many pictures the classifier is sure, and what it answers most often", () => {
  const answers = Float32Array.of(0.95, 0.05, 0.4, 0.6, 0.08, 0.92);
  const mean = Float32Array.of(0.45, 0.55);
  expect(answersText({images, answers, mean, classNames: ["shoe", "bag"]})).toBe(
    "sure of 2 of 3 pictures; the mean answer is bag most often, 55 %",
  );
});
