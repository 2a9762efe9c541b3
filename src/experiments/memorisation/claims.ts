import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {memorisation} from "./experiment.js";

type Run = ClaimRun<typeof memorisation>;

const steps = 2000;
/** What lessons are told of each run. */
const told = ["early", "copies", "repeated"] as const;
const repeatedAmong = {pictures: 500, repeats: 20} as const;

export const cures = claim({
  says: "A generator that learns from few pictures copies them, more so the longer it learns; from many it does not. Repeated pictures are copied among many, and throwing the repeats out cures that.",
  seeds: [7, 1, 2, 3, 4],
  runs: {
    few: {},
    some: {pictures: 64},
    many: {pictures: 1000},
    repeated: repeatedAmong,
    cured: {...repeatedAmong, withoutRepeats: true},
  },
  async measure(run: Run) {
    await run.to(steps / 8);
    const early = await run.measure();
    await run.to(steps);
    const last = await run.measure();
    return {
      early: early.scalars.copies!,
      ...numbersOf(last, "copies", "repeated"),
      floorHigh: last.floors.copies!.high,
    };
  },
  rule: "in each seed at least 90 % are near-copies with 16 pictures, between 20 and 70 % with 64, and with 1,000 no more than held-out pictures; of the repeated ones at least 10 % are copied, and at most 3 % without the repeats",
  holds: everySeed(
    ({few, some, many, repeated, cured}) =>
      few.copies >= 90 &&
      few.early < few.copies &&
      some.copies >= 20 &&
      some.copies <= 70 &&
      many.copies <= many.floorHigh &&
      repeated.repeated >= 10 &&
      cured.repeated <= 3,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "few", told),
    ...rangesOf(trials, "some", told),
    ...rangesOf(trials, "many", told),
    ...rangesOf(trials, "repeated", told),
    ...rangesOf(trials, "cured", told),
  }),
});
