import {expect, it} from "vitest";
import {keptText} from "../../../src/experiment/kept-sightings-text.js";

it("says how many answers are kept, and since when", () => {
  const answer = {at: "2026-11-29T23:30:00.000Z", level: 0.5, truth: 3, yours: 3, network: 8};
  expect(keptText([])).toBe("Your answers are kept in this browser, and go nowhere.");
  expect(keptText([answer])).toMatch(
    /^Your answer is kept in this browser, from November 29, 2026/,
  );
  expect(keptText(Array(1200).fill(answer))).toMatch(/^Your 1,200 answers are kept/);
});
