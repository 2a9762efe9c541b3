import {type ClaimRun, claim, everySeed, numbersOf, rangesOf} from "../../lib/training/claim.js";
import type {doubleDescent} from "./experiment.js";
import {stepCount, widthsOf} from "./widths.js";

type Run = ClaimRun<typeof doubleDescent>;

const pictures = 500;

/** The test error, in per cent, where it first is least, at its peak, and at the end, with the widths of the first two. */
async function course(run: Run, learned = pictures) {
  const widths = widthsOf(learned);
  const errors: number[] = [];
  for (let step = 1; step <= stepCount; step++) {
    await run.to(step);
    errors.push(numbersOf(await run.measure(), "testError").testError);
  }
  const isNarrow = (i: number) => widths[i]! < learned;
  const before = errors.map((error, i) => (isNarrow(i) ? error : Number.POSITIVE_INFINITY));
  const least = before.indexOf(Math.min(...before));
  const worst = errors.indexOf(Math.max(...errors.slice(least)), least);
  return {
    first: errors[least]!,
    firstWidth: widths[least]!,
    peak: errors[worst]!,
    peakWidth: widths[worst]!,
    end: errors.at(-1)!,
    at500: errors[widths.findIndex((width) => width >= pictures)]!,
    learnedFrom: widths[run.curves.trainError!.indexOf(0)] ?? 0,
    longest: Math.max(...run.curves.readoutLength!),
    last: run.curves.readoutLength!.at(-1)!,
  };
}

export const fiveSeeds = claim({
  says: "The test error falls, peaks where there are as many features as pictures, and falls below where it was; a ridge takes the peak away; with right labels the peak is there too.",
  seeds: [7, 1, 2, 3, 4],
  runs: {usual: {}, ridge: {ridgePower: 1}, right: {labelNoise: 0}},
  measure: (run: Run) => course(run),
  rule: "in each seed the usual peak is above 75 % and within a tenth of as many features as pictures, and the end is at least 2 points below the first low; with the ridge nothing after the first low is more than 5 points above it, and its end is at least 2 points below the usual one; with right labels the peak is above 60 % and the end below the first low",
  holds: everySeed(
    ({usual, ridge, right}) =>
      usual.peak > 75 &&
      Math.abs(usual.peakWidth / pictures - 1) <= 0.1 &&
      usual.end < usual.first - 2 &&
      ridge.peak < ridge.first + 5 &&
      ridge.end < usual.end - 2 &&
      right.peak > 60 &&
      right.end < right.first,
  ),
  tells: (trials) => ({
    ...rangesOf(trials, "usual"),
    ...rangesOf(trials, "ridge"),
    ...rangesOf(trials, "right"),
    widest: widthsOf(pictures).at(-1)!,
  }),
});

const fewPictures = 200;

export const otherSettings = claim({
  says: "With fewer pictures the peak stands at fewer features, so that more pictures make a model of 500 worse; and a ridge that is far too large helps less.",
  seeds: [7],
  runs: {usual: {}, few: {pictures: fewPictures}, strong: {ridgePower: 3}},
  measure: (run: Run, name: string) => course(run, name === "few" ? fewPictures : pictures),
  rule: "the peak of 200 pictures is within a tenth of 200 features; its model of 500 features or the next more is at least 20 points better than that of 500 pictures; with the strong ridge the model of 500 features gets more than 25 % wrong",
  holds: everySeed(
    ({usual, few, strong}) =>
      Math.abs(few.peakWidth / fewPictures - 1) <= 0.1 &&
      few.at500 < usual.at500 - 20 &&
      strong.at500 > 25,
  ),
});
