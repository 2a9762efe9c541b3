import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  rangesOf,
  type Trial,
} from "../../lib/training/claim.js";
import type {seenInNoise} from "./experiment.js";

type Run = ClaimRun<typeof seenInNoise>;

const steps = 800;
type Found = Readonly<Record<"halfway" | "halfwayLow" | "halfwayHigh" | "clean" | "blind", number>>;

/** Below this share of the digit a network that learned from clean ones sees nothing. */
const blindLevels = 5;

export const fiveSeeds = claim({
  says: "A network that has learned from clean digits alone needs about half of a digit in what it sees; one that has learned in noise needs far less, and reads clean digits a little worse.",
  seeds: [7, 1, 2, 3, 4],
  runs: {clean: {noise: 0}, half: {noise: 0.4}, noisy: {}},
  async measure(run: Run): Promise<Found> {
    await run.to(steps);
    return found(run);
  },
  rule: "in each seed the intervals of the first and the last lie apart, the last one's lower; the one in between lies between; of clean digits the first reads at least 96 %, the last at least 93 %, and fewer than the first",
  holds: everySeed(
    ({clean, half, noisy}) =>
      clean.halfwayLow > noisy.halfwayHigh &&
      clean.halfway > half.halfway &&
      half.halfway > noisy.halfway &&
      clean.clean >= 96 &&
      noisy.clean >= 93 &&
      noisy.clean < clean.clean,
  ),
  tells: (trials) => told(trials, "clean", "half", "noisy"),
});

export const roomForBoth = claim({
  says: "Twice as wide, in a little less noise and for longer, it sees early and reads clean digits well.",
  seeds: [7, 1, 2, 3, 4],
  runs: {wide: {noise: 0.6, width: 16}},
  async measure(run: Run): Promise<Found> {
    await run.to(1200);
    return found(run);
  },
  rule: "in each seed the interval ends at 0.36 or below, and at least 96.5 % of the clean digits are read",
  holds: everySeed(({wide}) => wide.halfwayHigh <= 0.36 && wide.clean >= 96.5),
  tells: (trials) => told(trials, "wide"),
});

async function found(run: Run): Promise<Found> {
  const {right} = await run.snapshot();
  const blind = right.data.subarray(0, blindLevels).reduce((sum, each) => sum + each, 0);
  const measured = await run.measure();
  const {low, high} = measured.intervals!.halfway!;
  return {
    ...numbersOf(measured, "halfway", "clean"),
    ...{halfwayLow: low, halfwayHigh: high, blind},
  };
}

/** "clean.halfwayLeast" and so on, and "clean.halfwayMean": over the seeds. */
function told<Name extends string>(
  trials: readonly Trial<Name, Found>[],
  ...names: readonly Name[]
): Record<string, number> {
  const ends = names.map((name) => {
    const sum = trials.reduce((before, {runs}) => before + runs[name].halfway, 0);
    return {...rangesOf(trials, name), [`${name}.halfwayMean`]: sum / trials.length};
  });
  return Object.assign({}, ...ends);
}
