import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {diffusionDigits} from "./experiment.js";

type Run = ClaimRun<typeof diffusionDigits>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = {early: 500, half: 800, all: 1600} as const;
const measures = ["frechet", "coverage", "agreement", "copies"] as const;

/** What is drawn of the trained network with other sampling params, by what is found of it. */
const drawn = {
  euler1: {sampler: "euler", steps: 1},
  euler2: {sampler: "euler", steps: 2},
  euler5: {sampler: "euler", steps: 5},
  euler10: {sampler: "euler", steps: 10},
  euler20: {sampler: "euler", steps: 20},
  euler50: {sampler: "euler", steps: 50},
  ddpm5: {sampler: "ddpm", steps: 5},
  ddpm20: {sampler: "ddpm", steps: 20},
} as const;
const guidances = {unguided: 1, exaggerated: 3} as const;

async function distanceIn(run: Run, sampler: "euler" | "heun" | "ddpm", count: number) {
  run.sample({sampler});
  return run.ask("distance", {steps: {data: Float32Array.of(count), shape: [1]}});
}

export const fiveSeeds = claim({
  says: "The default run soon draws digits of all ten classes, and ends at the floor of its distance, without copying; twenty steps to a picture do nearly as well as fifty.",
  seeds: startAndFour,
  runs: {drawn: {}},
  async measure(run: Run) {
    await run.to(steps.early);
    const early = numbersOf(await run.measure(), "coverage", "agreement");
    await run.to(steps.half);
    const half = numbersOf(await run.measure(), "frechet");
    await run.to(steps.all);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.frechet!;
    const found: Record<string, number> = {};
    for (const [name, {sampler, steps: count}] of Object.entries(drawn))
      found[name] = (await distanceIn(run, sampler, count)).distance.data[0]!;
    for (const [name, guidance] of Object.entries(guidances)) {
      run.sample({guidance});
      const {distance, agreement, spread} = await distanceIn(run, "heun", 5);
      found[`${name}Distance`] = distance.data[0]!;
      found[`${name}Agreement`] = agreement.data[0]!;
      found[`${name}Spread`] = spread.data[0]!;
    }
    return {
      earlyCoverage: early.coverage,
      earlyAgreement: early.agreement,
      half: half.frechet,
      ...numbersOf(measurement, ...measures),
      floorLow: low,
      floorHigh: high,
      ...found,
    } as Found;
  },
  rule: "all ten classes are covered after 500 steps; at the end the distance is at most the upper end of its floor, at least 90 % are as asked, at most 10 % are near-copies, and the distance falls from one step to a picture to two, to five and to ten, and with fifty is at least two thirds of that with twenty",
  holds: everySeed(
    ({drawn: {earlyCoverage, frechet, floorHigh, agreement, copies, ...found}}) =>
      earlyCoverage === 10 &&
      frechet <= floorHigh &&
      agreement >= 90 &&
      copies <= 10 &&
      found.euler1 > found.euler2 &&
      found.euler2 > found.euler5 &&
      found.euler5 > found.euler10 &&
      found.euler50 > (2 / 3) * found.euler20,
  ),
  tells: (trials) => {
    const found = trials.map(({runs}) => runs.drawn);
    return {
      earlySteps: steps.early,
      halfSteps: steps.half,
      allSteps: steps.all,
      atFloor: found.filter(({frechet, floorHigh}) => frechet <= floorHigh).length,
      ...rangesOf(trials, "drawn"),
    };
  },
});

type Found = Readonly<
  Record<
    | ("earlyCoverage" | "earlyAgreement" | "half" | "floorLow" | "floorHigh")
    | (typeof measures)[number]
    | keyof typeof drawn
    | `${keyof typeof guidances}${"Distance" | "Agreement" | "Spread"}`,
    number
  >
>;

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
