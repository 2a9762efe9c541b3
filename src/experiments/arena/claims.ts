import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import {turnsPerSecond} from "./contenders.js";
import type {arena} from "./experiment.js";

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
/** For each of the four. */
const seconds = 5;
const turns = seconds * turnsPerSecond;

const distances = ["ganFrechet", "vaeFrechet", "tokensFrechet", "flowFrechet"] as const;
type Distance = (typeof distances)[number];
type Found = Readonly<Record<Distance | `${Distance}First` | "floorLow" | "floorHigh", number>>;

export const fiveSeeds = claim({
  says: "After five seconds of training each, all four are far nearer to real pictures than they began, and the tokens are nearest.",
  seeds: startAndFour,
  runs: {brief: {maxSteps: turns, decayTurns: turns}},
  async measure(run: ClaimRun<typeof arena>) {
    const first = numbersOf(await run.measure(), ...distances);
    await run.to(turns);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.ganFrechet!;
    const firsts = distances.map((name) => [`${name}First`, first[name]]);
    return {
      ...numbersOf(measurement, ...distances),
      ...Object.fromEntries(firsts),
      floorLow: low,
      floorHigh: high,
    } as Found;
  },
  rule: "each ends at half of its first distance or below, above the floor, and the tokens' distance is the smallest",
  holds: everySeed(({brief}) =>
    distances.every(
      (name) =>
        brief[name] <= brief[`${name}First`] / 2 &&
        brief[name] > brief.floorHigh &&
        brief[name] >= brief.tokensFrechet,
    ),
  ),
  tells: (trials) => {
    const found = trials.map(({runs}) => runs.brief);
    const least = distances.map((name) => [
      `${name}Wins`,
      found.filter((each) => distances.every((other) => each[name] <= each[other])).length,
    ]);
    return {seconds, turns, ...rangesOf(trials, "brief"), ...Object.fromEntries(least)};
  },
});

export const recorded: RecordedClaim = {
  says: "In the recorded run, thirty seconds each, all four end far below the distance that they began with.",
  tells: ({measurements}) => {
    const last = measurements.at(-1)!;
    const {low, high} = last.floors.ganFrechet!;
    const half = measurements.find(({step}) => step === last.step / 2)!;
    return {
      ...numbersOf(last, ...distances),
      tokensHalf: half.scalars.tokensFrechet!,
      turns: last.step,
      floorLow: low,
      floorHigh: high,
    };
  },
  rule: "every distance is below the first that was measured, and above its floor",
  holds: (told, {measurements}) =>
    distances.every(
      (name) =>
        Number(told[name]) < measurements[0]!.scalars[name]! &&
        Number(told[name]) > Number(told.floorHigh),
    ),
};
