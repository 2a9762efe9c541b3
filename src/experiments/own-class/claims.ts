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
  says: "From five drawings that are not augmented it draws copies; without digits beside them it forgets these; a change of rank 1 is nearly enough, and without one the sign is not learned.",
  seeds: [7, 1, 2],
  runs: {
    few: {drawings: 5},
    fewStill: {drawings: 5, augmented: false},
    alone: {replay: 0},
    thin: {rank: 1},
    nameOnly: {rank: 0},
  },
  measure: taught,
  rule: "in each seed five drawings without augmentation end less new than with it; without digits beside them less than half of these are as asked; with a rank of 0 less than half of the pictures look like the sign, and with 1 more",
  holds: everySeed(
    ({few, fewStill, alone, thin, nameOnly}) =>
      fewStill.newness < few.newness &&
      alone.agreement < 50 &&
      nameOnly.recognised < 50 &&
      thin.recognised > nameOnly.recognised,
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
