import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import {askedClass, askedFacts} from "./asked-class.js";
import {type diffusionPlane, fewSteps, steps} from "./experiment.js";

type Run = ClaimRun<typeof diffusionPlane>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
/** Steps of reflow after those of the default run. */
const reflowSteps = 500;

const measures = ["distance", "fewDistance", "detour"] as const;

async function measured(run: Run) {
  const measurement = await run.measure();
  const {low, high} = measurement.floors.distance!;
  return {...numbersOf(measurement, ...measures), floorLow: low, floorHigh: high};
}

export const fiveSeeds = claim({
  says: "The default run brings noise to the spiral, whatever the seed, and two steps do not get there.",
  seeds: startAndFour,
  runs: {learned: {}},
  async measure(run: Run) {
    await run.to(steps);
    return measured(run);
  },
  rule: "the distance is below 0.15, that of two steps at least twice as much, and the detour above 10 %",
  holds: everySeed(
    ({learned: {distance, fewDistance, detour}}) =>
      distance < 0.15 && fewDistance > 2 * distance && detour > 10,
  ),
  tells: (trials) => ({
    steps,
    fewSteps,
    ...rangesOf(trials, "learned", measures),
    floorLow: Math.min(...trials.map(({runs}) => runs.learned.floorLow)),
    floorHigh: Math.max(...trials.map(({runs}) => runs.learned.floorHigh)),
  }),
});

export const reflow = claim({
  says: "After 500 steps of reflow the ways are straight, and two steps get nearly as far as twenty.",
  seeds: startAndFour,
  runs: {straightened: {reflowFrom: steps, maxSteps: steps + reflowSteps}},
  async measure(run: Run) {
    await run.to(steps);
    const {fewDistance, detour} = await measured(run);
    await run.to(steps + reflowSteps);
    return {...(await measured(run)), fewBefore: fewDistance, detourBefore: detour};
  },
  rule: "the distance of two steps falls to less than half, and to at most 0.04 more than that of twenty; the detour falls below 2 %",
  holds: everySeed(
    ({straightened: {distance, fewDistance, fewBefore, detour}}) =>
      fewDistance < fewBefore / 2 && fewDistance < distance + 0.04 && detour < 2,
  ),
  tells: (trials) => ({
    reflowSteps,
    ...rangesOf(trials, "straightened"),
  }),
});

/** Weights of guidance that are compared. */
const weights = [0, 1, 3] as const;

export const guidance = claim({
  says: "Told the class, the network draws it; guided beyond that, more surely and less widely.",
  seeds: startAndFour,
  runs: {told: {points: "ring", told: "class"}},
  async measure(run: Run) {
    await run.to(steps);
    const found: Record<string, number> = {};
    for (const weight of weights) {
      run.sample({guidance: weight});
      const {right, spread} = await askedOf(run);
      found[`right${weight}`] = right;
      found[`spread${weight}`] = spread;
    }
    return found as Record<`${"right" | "spread"}${(typeof weights)[number]}`, number>;
  },
  rule: "with a guidance of 1 at least nine points in ten are of the class, with 0 at most four; with 3 their spread is at least a tenth less than with 1",
  holds: everySeed(
    ({told: {right0, right1, spread1, spread3}}) =>
      right1 >= 90 && right0 <= 40 && spread3 <= 0.9 * spread1,
  ),
  tells: (trials) => rangesOf(trials, "told"),
});

async function askedOf(run: Run) {
  const {real, trail} = await run.snapshot();
  const asked = askedClass({points: "ring", told: "class", asked: "1"})!;
  return askedFacts(asked, real.data, trail.data.subarray(-2 * trail.shape[1]!));
}

export const recorded: RecordedClaim = {
  says: "In the recorded run noise becomes a spiral, by ways that bend.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "the distance is below 0.15, and the detour above 10 %",
  holds: ({distance, detour}) => Number(distance) < 0.15 && Number(detour) > 10,
};
