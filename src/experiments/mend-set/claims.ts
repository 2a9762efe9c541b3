import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {mendSet} from "./experiment.js";

type Run = ClaimRun<typeof mendSet>;

const steps = 400;
const measures = ["testAccuracy", "kept"] as const;
type Found = Readonly<Record<(typeof measures)[number], number>>;

async function mended(run: Run): Promise<Found> {
  await run.to(steps);
  return numbersOf(await run.measure(), ...measures);
}

const good = {apart: 0.02, sharpness: 0.5, agreeing: 2};

export const fiveSeeds = claim({
  says: "A classifier that learns from what three sieves leave of a spoilt set is right about more new digits than one that learns from all of it; a sieve that is too fine costs more than it mends, and so does asking the neighbours before copies and blurred pictures are gone.",
  seeds: [7, 1, 2, 3, 4],
  runs: {all: {}, good, fine: {...good, agreeing: 5}, hasty: {agreeing: 3}},
  measure: mended,
  rule: "in each seed the mended set gives at least 5 points more than the whole one, and both other ways give less than the mended one by at least 10",
  holds: everySeed(
    ({all, good: best, fine, hasty}) =>
      best.testAccuracy >= all.testAccuracy + 5 &&
      best.testAccuracy >= fine.testAccuracy + 10 &&
      best.testAccuracy >= hasty.testAccuracy + 10,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "all"),
    ...rangesOf(trials, "good"),
    ...rangesOf(trials, "fine"),
    ...rangesOf(trials, "hasty"),
  }),
});

export const recorded: RecordedClaim = {
  says: "The recorded run learns from the whole spoilt set.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "all 1,100 pictures are kept, and at most 80 % of new digits are right",
  holds: ({kept, testAccuracy}) => kept === 1100 && Number(testAccuracy) <= 80,
};
