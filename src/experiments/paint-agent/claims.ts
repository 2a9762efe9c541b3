import type {NdArray} from "../../lib/array.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import type {paintAgent} from "./experiment.js";

const steps = 400;
/** Over so many of the last steps the curves are taken. */
const late = 100;
/** Of the targets shown, the first are digits; other shapes follow. */
const digits = 10;

export const recorded: RecordedClaim = {
  says: "The painter begins far below an empty canvas, and ends at most of what trying every stroke earns.",
  tells({curves, measurements, snapshots}) {
    const {step, floors} = measurements.at(-1)!;
    const earned = earnedOf(snapshots.at(-1)!.arrays.rewards!);
    return {
      firstReward: curves.reward![0]!,
      randomLow: floors.score!.low,
      randomHigh: floors.score!.high,
      ...numbersOf(measurements.at(-1)!, "score"),
      steps: step,
      spread: meanOfLast(curves.spread!),
      digitsEarn: 100 * meanOf(earned.slice(0, digits)),
      shapesEarn: 100 * meanOf(earned.slice(digits)),
    };
  },
  rule: "below -100 % at first, above 80 in the end; other shapes earn no less than digits",
  holds: ({firstReward, score, digitsEarn, shapesEarn}) =>
    Number(firstReward) < -100 && Number(score) > 80 && Number(shapesEarn) >= Number(digitsEarn),
};

export const settings = claim({
  says: "No exploration is sure and wrong, much scribbles on; without a baseline, or with more foresight, less is learned; ones only teach ones.",
  seeds: [7],
  runs: {
    noExploration: {exploration: 0},
    muchExploration: {exploration: 0.1},
    noBaseline: {baseline: "none"},
    foresight: {discount: 0.9},
    foresightNoBaseline: {discount: 0.9, baseline: "none"},
    shortSight: {discount: 0},
    onesOnly: {practice: "ones"},
  },
  async measure(run: ClaimRun<typeof paintAgent>) {
    await run.to(steps);
    const {score} = numbersOf(await run.measure(), "score");
    const {reward, choices, spread} = run.curves;
    return {
      score,
      reward: meanOfLast(reward!),
      choices: meanOfLast(choices!),
      spread: meanOfLast(spread!),
    };
  },
  rule: "fewer than 2 strokes to choose from and a score below 50; more than 500 and below 50; the other scores in the order short sight, no baseline, foresight, without a baseline too; a spread of more than 12 % without a baseline; ones only earn 50 to 60 % and score below 70",
  holds: everySeed(
    ({noExploration, muchExploration, noBaseline, ...others}) =>
      noExploration.choices < 2 &&
      noExploration.score < 50 &&
      muchExploration.choices > 500 &&
      muchExploration.score < 50 &&
      others.shortSight.score > noBaseline.score &&
      noBaseline.score > others.foresight.score &&
      others.foresight.score > others.foresightNoBaseline.score &&
      noBaseline.spread > 12 &&
      Math.abs(others.onesOnly.reward - 55) < 5 &&
      others.onesOnly.score < 70,
  ),
});

export const atTheEnd = claim({
  says: "Rewarded only for the finished painting, it learns if it looks ahead that far; with the discount of the default hardly, and with none not at all.",
  seeds: [7, 1, 2],
  runs: {
    toTheEnd: {rewarded: "end", discount: 1},
    far: {rewarded: "end", discount: 0.9},
    asBefore: {rewarded: "end"},
    shortSight: {rewarded: "end", discount: 0},
  },
  async measure(run: ClaimRun<typeof paintAgent>) {
    await run.to(steps);
    return numbersOf(await run.measure(), "score");
  },
  rule: "with three seeds of three above 25 with a discount of 1 and of 0.9, below 20 with 0.5, and below 0 without foresight: an empty canvas would be better",
  holds: everySeed(
    ({toTheEnd, far, asBefore, shortSight}) =>
      Math.min(toTheEnd.score, far.score) > 25 && asBefore.score < 20 && shortSight.score < 0,
  ),
});

function meanOfLast(values: ArrayLike<number>): number {
  return meanOf(Array.from(values).slice(-late));
}

/** What each painting earned, of `rewards` [n, T]. */
function earnedOf({data, shape}: NdArray): readonly number[] {
  const [count = 0, strokes = 0] = shape;
  return Array.from({length: count}, (_, i) =>
    Array.from(data.subarray(i * strokes, (i + 1) * strokes)).reduce((sum, each) => sum + each, 0),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
