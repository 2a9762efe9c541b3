import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import type {diffusionDigits} from "./experiment.js";

type Run = ClaimRun<typeof diffusionDigits>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = {half: 700, all: 1400} as const;
const measures = ["frechet", "coverage", "agreement", "copies"] as const;

export const fiveSeeds = claim({
  says: "The default run draws digits of all ten classes, nearer to real ones at its end than halfway, without copying, whatever the seed.",
  seeds: startAndFour,
  runs: {drawn: {}},
  async measure(run: Run) {
    await run.to(steps.half);
    const half = numbersOf(await run.measure(), "frechet", "coverage");
    await run.to(steps.all);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.frechet!;
    return {
      halfFrechet: half.frechet,
      halfCoverage: half.coverage,
      ...numbersOf(measurement, ...measures),
      floorLow: low,
      floorHigh: high,
    };
  },
  rule: "after 1,400 steps all ten classes are covered, the distance is below 30 and less than after 700, and at most 10 % are near-copies",
  holds: everySeed(
    ({drawn}) =>
      drawn.coverage === 10 &&
      drawn.frechet < 30 &&
      drawn.frechet < drawn.halfFrechet &&
      drawn.copies <= 10,
  ),
  tells: (trials) => {
    const of = (name: "halfFrechet" | "halfCoverage" | (typeof measures)[number]) =>
      trials.map(({runs}) => runs.drawn[name]);
    const {floorLow, floorHigh} = trials[0]!.runs.drawn;
    return {
      halfSteps: steps.half,
      allSteps: steps.all,
      halfLow: Math.min(...of("halfFrechet")),
      halfHigh: Math.max(...of("halfFrechet")),
      halfCoverageLow: Math.min(...of("halfCoverage")),
      frechetLow: Math.min(...of("frechet")),
      frechetHigh: Math.max(...of("frechet")),
      agreementLow: Math.min(...of("agreement")),
      agreementHigh: Math.max(...of("agreement")),
      copiesHigh: Math.max(...of("copies")),
      floorLow,
      floorHigh,
    };
  },
});

export const recorded: RecordedClaim = {
  says: "The recorded run draws digits of all ten classes, most of them as asked, and copies none.",
  tells: ({measurements}) => {
    const last = measurements.at(-1)!;
    const {low, high} = last.floors.frechet!;
    const numbers = numbersOf(last, "frechet", "coverage", "agreement", "copies");
    return {...numbers, floorLow: low, floorHigh: high};
  },
  rule: "all ten classes are covered, more than half of the digits are as asked, and no more near-copies than real ones",
  holds: ({coverage, agreement, copies}) =>
    coverage === 10 && Number(agreement) > 50 && Number(copies) <= 5,
};
