import {
  type ClaimRun,
  claim,
  numbersOf,
  type RecordedClaim,
  rangesOf,
  type Trial,
} from "../../lib/training/claim.js";
import type {productDesigner} from "./experiment.js";

type Run = ClaimRun<typeof productDesigner>;

const steps = 200;
/** Enough for twenty clicks and what follows from them. */
const trialSteps = 80;
/** Of five shoppers each: 200 trials. */
const trialSeeds = Array.from({length: 40}, (_, i) => i + 1);

const shoppers = {
  boot: {shopper: "boot"},
  bag: {shopper: "bag"},
  trousers: {shopper: "trousers"},
  dress: {shopper: "dress"},
  light: {shopper: "light"},
} as const;

async function timesMore(run: Run) {
  const before = await run.measure();
  const first = (before.floors.wanted!.low + before.floors.wanted!.high) / 2;
  await run.to(trialSteps);
  const {wanted} = numbersOf(await run.measure(), "wanted");
  return {first, wanted};
}

export const twentyClicks = claim({
  says: "After twenty clicks a made-up shopper is made what they like at least three times as often as before.",
  seeds: trialSeeds,
  runs: shoppers,
  measure: timesMore,
  rule: "three times as often, or more, in at least 180 of 200 trials",
  holds: (trials) => tripledIn(trials) >= 180,
  tells: (trials) => {
    const runs = trials.flatMap((trial) => Object.values(trial.runs));
    const shares = (name: keyof typeof shoppers) => trials.map((trial) => trial.runs[name]);
    const means = Object.keys(shoppers).flatMap((name) => {
      const found = shares(name as keyof typeof shoppers);
      return [
        [`${name}.first`, mean(found.map(({first}) => first))],
        [`${name}.wanted`, mean(found.map(({wanted}) => wanted))],
        [`${name}.tripled`, found.filter(isTripled).length],
      ] as const;
    });
    return {
      ...{trials: runs.length, each: trials.length, tripled: tripledIn(trials)},
      ...Object.fromEntries(means),
    };
  },
});

type Found = Awaited<ReturnType<typeof timesMore>>;

function isTripled({first, wanted}: Found): boolean {
  return wanted >= 3 * first;
}

function tripledIn(trials: readonly {readonly runs: Readonly<Record<string, Found>>}[]): number {
  return trials.flatMap((trial) => Object.values(trial.runs)).filter(isTripled).length;
}

/** Of the last tenth of a curve. */
function late(values: readonly number[]): number {
  return mean(values.slice(-Math.ceil(values.length / 10)));
}

export const leashes = claim({
  says: "Without a leash the reward goes higher, and what nothing rewards falls: the garments get much alike, mostly one and the same.",
  seeds: [7, 1, 2, 3, 4],
  runs: {leashed: {}, loose: {leash: 0}, short: {leash: 1}},
  async measure(run: Run) {
    const first = numbersOf(await run.measure(), "variety").variety;
    await run.to(steps);
    const {variety, nearest, wanted} = numbersOf(
      await run.measure(),
      "variety",
      "nearest",
      "wanted",
    );
    const {reward, divergence} = run.curves;
    return {
      ...{first, variety, nearest, wanted},
      reward: late(reward!),
      divergence: late(divergence!),
    };
  },
  rule: "in each seed the reward without a leash is higher than with the usual one, and its variety is at most two thirds of that; with three or more of five it is below a third; with the shortest leash the reward is lower, and what is wanted is at most two thirds of that",
  holds: (trials) =>
    trials.filter(isOne).length >= 3 &&
    trials.every(
      ({runs: {leashed, loose, short}}) =>
        loose.reward > leashed.reward &&
        loose.variety <= (2 / 3) * leashed.variety &&
        short.reward < leashed.reward &&
        short.wanted <= (2 / 3) * leashed.wanted,
    ),
  tells: (trials) => {
    const keys = ["reward", "variety", "nearest", "wanted", "divergence"] as const;
    return {
      steps,
      one: trials.filter(isOne).length,
      first: mean(trials.map(({runs}) => runs.leashed.first)),
      ...rangesOf(trials, "leashed", keys),
      ...rangesOf(trials, "loose", keys),
      ...rangesOf(trials, "short", keys),
    };
  },
});

/** Whether letting go of the leash took most of the variety. */
function isOne({
  runs: {leashed, loose},
}: Trial<"leashed" | "loose" | "short", {readonly variety: number}>): boolean {
  return loose.variety < leashed.variety / 3;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export const recorded: RecordedClaim = {
  says: "In the recorded run the shopper gets more and more of what they like.",
  tells({measurements}) {
    const [first, last] = [measurements[0]!, measurements.at(-1)!];
    return {
      steps: last.step,
      floorLow: last.floors.wanted!.low,
      floorHigh: last.floors.wanted!.high,
      firstVariety: first.scalars.variety!,
      ...numbersOf(last, "wanted", "variety"),
    };
  },
  rule: "at least three times the upper end of what there was at first",
  holds: ({wanted, floorHigh}) => Number(wanted) > 3 * Number(floorHigh),
};
