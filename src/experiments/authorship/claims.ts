import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {authorship} from "./experiment.js";

type Run = ClaimRun<typeof authorship>;

const steps = 400;

export const traced = claim({
  says: "Where each source gave pictures that nobody else gave, most made pictures change more without the source of the nearest one than without as many at random, and the largest change leads to that source. Where all gave the same kinds, far fewer do.",
  // Others than those that settings and measures were tried with.
  seeds: [8, 9, 10, 11, 12],
  runs: {own: {}, mixed: {sources: "mixed"}},
  async measure(run: Run) {
    await run.to(steps);
    const measured = await run.measure();
    const {traced: guessed, beyond: byChance} = measured.floors;
    return {
      ...numbersOf(measured, "traced", "beyond"),
      ...{guessedHigh: guessed!.high, byChanceHigh: byChance!.high},
    };
  },
  rule: "in each seed, where each source has a digit of its own, at least 45 % of the pictures lead to their source and more change beyond the floor than chance allows; where all gave the same, each of the two is at least 20 points lower",
  holds: everySeed(
    ({own, mixed}) =>
      own.traced >= 45 &&
      own.beyond > own.byChanceHigh &&
      mixed.traced <= own.traced - 20 &&
      mixed.beyond <= own.beyond - 20,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "own", ["traced", "beyond"]),
    ...rangesOf(trials, "mixed", ["traced", "beyond"]),
  }),
});
