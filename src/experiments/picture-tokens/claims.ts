import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  type Trial,
} from "../../lib/training/claim.js";
import {type pictureTokens, steps} from "./experiment.js";

type Run = ClaimRun<typeof pictureTokens>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
/** Tokens of a picture. */
const tokens = 49;

const measures = [
  "heldOut",
  "nextBits",
  "perplexity",
  "unused",
  "frechet",
  "severalFrechet",
  "redrawnFrechet",
  "agreement",
] as const;

export const fiveSeeds = claim({
  says: "The default run writes digits that can be recognised, with a codebook in use, whatever the seed.",
  seeds: startAndFour,
  runs: {written: {}},
  async measure(run: Run) {
    await run.to(steps.all);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.frechet!;
    return {...numbersOf(measurement, ...measures), floorLow: low, floorHigh: high};
  },
  rule: "the classifier sees the digit asked for in at least 75 % of the pictures, the distance is below 80, no entry is dead, and the next token costs less than half of what guessing evenly costs",
  holds: everySeed(
    ({written}) =>
      written.agreement >= 75 &&
      written.frechet < 80 &&
      written.unused === 0 &&
      written.nextBits < 2.5,
  ),
  tells: (trials) => ({
    codeSteps: steps.code,
    ...range(trials, "agreement"),
    ...range(trials, "frechet"),
    ...range(trials, "severalFrechet", "several"),
    ...range(trials, "redrawnFrechet", "redrawn"),
    ...range(trials, "perplexity"),
    ...range(trials, "unused"),
    ...range(trials, "nextBits"),
    ...range(trials, "heldOut"),
    pictureBitsLow: tokens * range(trials, "nextBits").nextBitsLow!,
    pictureBitsHigh: tokens * range(trials, "nextBits").nextBitsHigh!,
    floorLow: trials[0]!.runs.written.floorLow,
    floorHigh: trials[0]!.runs.written.floorHigh,
  }),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run what is written token by token is recognised, and no better than real digits that were only redrawn.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "at least 75 % as asked, and the distance of redrawn digits is below that of written ones",
  holds: ({agreement, frechet, redrawnFrechet}) =>
    Number(agreement) >= 75 && Number(redrawnFrechet) < Number(frechet),
};

type Numbers = Readonly<Record<(typeof measures)[number], number>>;

/** The least and the most that was found of `measure`, as `<name>Low` and `<name>High`. */
function range(
  trials: readonly Trial<"written", Numbers & Readonly<Record<string, number>>>[],
  measure: (typeof measures)[number],
  name: string = measure,
): Record<string, number> {
  const values = trials.map(({runs}) => runs.written[measure]);
  return {[`${name}Low`]: Math.min(...values), [`${name}High`]: Math.max(...values)};
}
