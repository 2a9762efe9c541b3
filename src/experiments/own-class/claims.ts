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

export const recorded: RecordedClaim = {
  says: "The recorded run draws the sign within its 600 steps.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "at least 80 % look like the sign in the end",
  holds: ({recognised}) => Number(recognised) >= 80,
};
