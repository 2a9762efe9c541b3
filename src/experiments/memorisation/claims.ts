import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {memorisation} from "./experiment.js";

type Run = ClaimRun<typeof memorisation>;

const steps = 2000;
/** What lessons are told of each run. */
const told = ["early", "copies", "repeated", "frechet"] as const;
const repeatedAmong = {pictures: 500, repeats: 20} as const;
const decayed = {weightDecay: 10} as const;
const seeds = [7, 1, 2, 3, 4];
/** A Fréchet distance between those with 64 pictures without weight decay and those with it. */
const farFrom = 160;

export const cures = claim({
  says: "A generator that learns from few pictures copies them, more so the longer it learns; from many it does not. Repeated pictures are copied among many, and throwing the repeats out cures that.",
  seeds,
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
      ...distanceIn(last),
      floorHigh: last.floors.copies!.high,
    };
  },
  rule: "in each seed at least 90 % are near-copies with 16 pictures, between 20 and 70 % with 64, and with 1,000 no more than held-out pictures; the distance's interval lies below 160 with 64, and with 1,000 below those with 16 and with 64; of the repeated ones at least 10 % are copied, and at most 3 % without the repeats",
  holds: everySeed(
    ({few, some, many, repeated, cured}) =>
      few.copies >= 90 &&
      few.early < few.copies &&
      some.copies >= 20 &&
      some.copies <= 70 &&
      many.copies <= many.floorHigh &&
      some.frechetHigh < farFrom &&
      many.frechetHigh < Math.min(few.frechetLow, some.frechetLow) &&
      repeated.repeated >= 10 &&
      cured.repeated <= 3,
  ),
  tells: (trials) => ({
    frechetFloor: Math.max(...trials.map(({runs}) => runs.few.frechetFloor)),
    ...rangesOf(trials, "few", told),
    ...rangesOf(trials, "some", told),
    ...rangesOf(trials, "many", told),
    ...rangesOf(trials, "repeated", told),
    ...rangesOf(trials, "cured", told),
  }),
});

export const weightDecay = claim({
  says: "A weight decay of 10 is no cure: with 16 pictures most of what is made are near-copies still, with 64 there are few, of pictures that are farther from real digits than without it.",
  seeds,
  runs: {few: decayed, some: {...decayed, pictures: 64}},
  async measure(run: Run) {
    await run.to(steps);
    const last = await run.measure();
    return {...numbersOf(last, "copies"), ...distanceIn(last)};
  },
  rule: "in each seed at least half are near-copies with 16 pictures; with 64 at most 20 %, and all of the distance's interval is above 160",
  holds: everySeed(
    ({few, some}) => few.copies >= 50 && some.copies <= 20 && some.frechetLow > farFrom,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "few", ["copies", "frechet"]),
    ...rangesOf(trials, "some", ["copies", "frechet"]),
  }),
});

/** The distance from real pictures, with its interval and the upper end of its floor. */
function distanceIn(measurement: Awaited<ReturnType<Run["measure"]>>) {
  const {low, high} = measurement.intervals!.frechet!;
  return {
    ...numbersOf(measurement, "frechet"),
    ...{frechetLow: low, frechetHigh: high},
    frechetFloor: measurement.floors.frechet!.high,
  };
}
