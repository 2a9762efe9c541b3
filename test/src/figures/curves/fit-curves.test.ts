import {expect, it} from "vitest";
import {fitWords} from "../../../../src/figures/curves/fit-curves.js";

const look = (step: number, loss: number) => ({step, loss});
const plain = {learned: [2, 1], comparisons: [], steps: 100};

it("says where the loss was least, what it is now, and where one would have stopped", () => {
  const looks = [look(10, 0.9), look(20, 0.61), look(30, 0.7), look(40, 0.8)];
  expect(fitWords({...plain, looks, best: looks[1], stopped: looks[3]})).toBe(
    "Least validation loss: 0.610, at step 20. Now: 0.800. Early stopping would have ended at step 40.",
  );
  expect(fitWords({...plain, looks: looks.slice(0, 2), best: looks[1], stopped: undefined})).toBe(
    "Least validation loss: 0.610, at step 20. Now: 0.610.",
  );
  expect(fitWords({...plain, looks: [], best: undefined, stopped: undefined})).toBe("No look yet.");
});
