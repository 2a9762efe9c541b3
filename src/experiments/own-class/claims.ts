import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {ownClass} from "./experiment.js";

type Run = ClaimRun<typeof ownClass>;

const measures = ["recognised", "agreement", "newness"] as const;
type Found = Readonly<Record<(typeof measures)[number], number>>;
/** What of the same run is counted at other strengths. */
const strengths = {off: 0, half: 0.5, twice: 2} as const;

const steps = 600;

async function taught(run: Run): Promise<Found> {
  await run.to(steps);
  return numbersOf(await run.measure(), ...measures);
}

/** Also drawn at other strengths. */
async function dialled(run: Run): Promise<Record<string, number>> {
  const found: Record<string, number> = {...(await taught(run))};
  for (const [name, strength] of Object.entries(strengths)) {
    run.sample({strength});
    const {recognised, agreement} = await taught(run);
    Object.assign(found, {[`${name}Recognised`]: recognised, [`${name}Agreement`]: agreement});
  }
  return found;
}

type Numbers = Readonly<Record<string, number>>;

export const fiveSeeds = claim({
  says: "After twenty drawings at least 80 % of new pictures look like the sign, and at least 85 % of the digits are still drawn as asked; with augmentation the pictures are newer than without.",
  seeds: [7, 1, 2, 3, 4],
  runs: {moved: {}, still: {augmented: false}},
  measure: (run: Run, name): Promise<Numbers> => (name === "moved" ? dialled(run) : taught(run)),
  rule: "in each seed at least 80 % look like the sign and at least 85 % of the digits are as asked, and with augmentation the new pictures are farther from the drawings",
  holds: everySeed(
    ({moved, still}) =>
      moved!.recognised! >= 80 && moved!.agreement! >= 85 && moved!.newness! > still!.newness!,
  ),
  tells: (trials) => ({...rangesOf(trials, "moved"), ...rangesOf(trials, "still")}),
});

/** One thing left out of each: drawings, their augmentation, digits beside them, most of the change, all of it. */
export const otherSettings = claim({
  says: "From five drawings that are not augmented come pictures that are hardly new; without digits beside them these are forgotten; a change of rank 1 is enough for the sign, and without one it is not learned.",
  seeds: [7, 1, 2],
  runs: {
    few: {drawings: 5},
    fewStill: {drawings: 5, augmented: false},
    alone: {replay: 0},
    thin: {rank: 1},
    nameOnly: {rank: 0},
  },
  measure: taught,
  rule: "in each seed pictures from five drawings without augmentation are less than two thirds as new as with it; without digits beside the drawings at most three in four of these are as asked; with a rank of 1 at least 80 % look like the sign and 85 % of the digits are as asked, with 0 less than half look like it",
  holds: everySeed(
    ({few, fewStill, alone, thin, nameOnly}) =>
      fewStill.newness < (2 / 3) * few.newness &&
      alone.agreement <= 75 &&
      thin.recognised >= 80 &&
      thin.agreement >= 85 &&
      nameOnly.recognised < 50,
  ),
  tells: (trials) =>
    Object.assign(
      {},
      ...(["few", "fewStill", "alone", "thin", "nameOnly"] as const).map((name) =>
        rangesOf(trials, name),
      ),
    ),
});

export const recorded: RecordedClaim = {
  says: "The recorded run draws the sign within its 600 steps.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "at least 80 % look like the sign in the end",
  holds: ({recognised}) => Number(recognised) >= 80,
};
