import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
  type Trial,
} from "../../lib/training/claim.js";
import {allSteps, type fewerSteps, firstSteps} from "./experiment.js";
import {pairGuidance} from "./fewer-steps-params.js";

type Run = ClaimRun<typeof fewerSteps>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const measures = ["one", "two", "three", "five"] as const;
/** The most of one step's distance that may be left after reflow, and of the distance of five before it that two may have. */
const [mostLeft, mostOfFive] = [1 / 3, 1.2];

async function distanceIn(run: Run, steps: number): Promise<number> {
  const {distance} = await run.ask("distance", {steps: {data: Float32Array.of(steps), shape: [1]}});
  return distance.data[0]!;
}

export const reflow = claim({
  says: "After reflow one step makes digits out of a blur, and two steps get nearer to real ones than five did before, asked as often.",
  seeds: startAndFour,
  runs: {drawn: {}},
  async measure(run: Run) {
    await run.to(firstSteps);
    const before = numbersOf(await run.measure(), ...measures);
    run.sample({guidance: 1});
    const [threeUnguided, fiveUnguided] = [await distanceIn(run, 3), await distanceIn(run, 5)];
    run.sample({guidance: pairGuidance});
    const twentyBefore = await distanceIn(run, 20);
    await run.to(allSteps);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.one!;
    return {
      oneBefore: before.one,
      twoBefore: before.two,
      threeBefore: before.three,
      fiveBefore: before.five,
      ...{twentyBefore, threeUnguided, fiveUnguided},
      ...numbersOf(measurement, ...measures),
      twenty: await distanceIn(run, 20),
      floorLow: low,
      floorHigh: high,
    };
  },
  rule: "with each seed one step after reflow is at most as far from real digits as three before it, and two as five, where both networks are asked once a step; one step is at most a third as far as one before, and two at most 1.2 times as far as five before, where that network is guided and asked twice a step",
  holds: everySeed(
    ({drawn}) =>
      drawn.one <= drawn.threeUnguided &&
      drawn.two <= drawn.fiveUnguided &&
      drawn.one <= mostLeft * drawn.oneBefore &&
      drawn.two <= mostOfFive * drawn.fiveBefore,
  ),
  tells: (trials) => ({
    firstSteps,
    reflowSteps: allSteps - firstSteps,
    seeds: trials.length,
    twoAsFive: count(trials, ({two, fiveBefore}) => two <= fiveBefore),
    oneAsThree: count(trials, ({one, threeBefore}) => one <= threeBefore),
    twoAsFiveUnguided: count(trials, ({two, fiveUnguided}) => two <= fiveUnguided),
    oneAsThreeUnguided: count(trials, ({one, threeUnguided}) => one <= threeUnguided),
    ...rangesOf(trials, "drawn"),
  }),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run one step after reflow beats two before it.",
  tells: ({measurements}) => {
    const before = numbersOf(measurements.findLast(({step}) => step <= firstSteps)!, ...measures);
    const {one: oneBefore, two: twoBefore, five: fiveBefore} = before;
    const {one, two, five} = numbersOf(measurements.at(-1)!, ...measures);
    return {oneBefore, twoBefore, fiveBefore, one, two, five};
  },
  rule: "the distance of one step at the end is below that of two before reflow",
  holds: ({one, twoBefore}) => Number(one) < Number(twoBefore),
};

type Found = Readonly<
  Record<
    | (typeof measures)[number]
    | `${(typeof measures)[number] | "twenty"}Before`
    | `${"three" | "five"}Unguided`
    | "twenty"
    | "floorLow"
    | "floorHigh",
    number
  >
>;
type Trials = readonly Trial<"drawn", Found>[];

const count = (trials: Trials, holds: (found: Found) => boolean) =>
  trials.filter(({runs}) => holds(runs.drawn)).length;
