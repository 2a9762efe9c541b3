import {accuracy} from "../../lib/metrics/accuracy.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {Snapshot} from "../../lib/training/protocol.js";
import {amongCount, type smallClip} from "./experiment.js";
import {textScoreOf} from "./text-score.js";

type Run = ClaimRun<typeof smallClip>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = 200;

export const fiveSeeds = claim({
  says: "After the default run at least 60 % of captions that nothing was learned from find their picture among the first five of fifty, whatever the seed.",
  seeds: startAndFour,
  runs: {english: {}},
  async measure(run: Run) {
    const before = numbersOf(await run.measure(), "recall5").recall5;
    await run.to(steps);
    const found = numbersOf(await run.measure(), "recall5", "recall1", "count");
    const {temperature, loss} = run.curves;
    return {before, ...found, loss: meanOfLast(loss!), temperature: temperature!.at(-1)!};
  },
  rule: "with each seed at least 60 % among the first five; before the first step less than 25 %",
  holds: everySeed(({english}) => english.recall5 >= 60 && english.before < 25),
  tells(trials) {
    const found = trials.map(({runs}) => runs.english);
    const {count} = found[0]!;
    const {low, high} = interval(Math.min(...found.map(({recall5}) => recall5)), count);
    return {
      ...{steps, count, intervalLow: low, intervalHigh: high},
      ...rangesOf(trials, "english"),
    };
  },
});

export const languages = claim({
  says: "In German and French captions too, pictures are found far more often than by guessing.",
  seeds: [7, 1],
  runs: {german: {language: "de"}, french: {language: "fr"}},
  async measure(run: Run) {
    await run.to(steps);
    return numbersOf(await run.measure(), "recall5");
  },
  rule: "at least 40 % among the first five with each seed, four times what guessing finds",
  holds: everySeed(({german, french}) => german.recall5 >= 40 && french.recall5 >= 40),
  tells: (trials) => ({...rangesOf(trials, "german"), ...rangesOf(trials, "french")}),
});

export const smallBatch = claim({
  says: "With batches of 8 the loss is lower than with 64, and still a picture is found less often in as many steps.",
  seeds: startAndFour,
  runs: {eight: {batchSize: 8}},
  async measure(run: Run) {
    await run.to(steps);
    const {recall5} = numbersOf(await run.measure(), "recall5");
    return {recall5, loss: meanOfLast(run.curves.loss!)};
  },
  rule: "with each seed a loss below that of guessing among 8, and less than 65 % among the first five",
  holds: everySeed(({eight}) => eight.loss < Math.log(8) && eight.recall5 < 65),
  tells: (trials) => rangesOf(trials, "eight"),
});

export const shownAlike = claim({
  says: "Pairs that are always shown alike are learned by heart: the loss goes on falling, and pictures that nothing was learned from are found less often again.",
  seeds: [7, 1, 2],
  runs: {alike: {shift: 0, flips: false, wordDrop: 0, maxSteps: 300, decaySteps: 300}},
  async measure(run: Run) {
    await run.to(150);
    const middle = numbersOf(await run.measure(), "recall5").recall5;
    await run.to(300);
    const {recall5} = numbersOf(await run.measure(), "recall5");
    return {middle, recall5, loss: meanOfLast(run.curves.loss!)};
  },
  rule: "with each seed fewer are found after 300 steps than after 150",
  holds: everySeed(({alike}) => alike.recall5 < alike.middle),
  tells: (trials) => rangesOf(trials, "alike"),
});

export const recorded: RecordedClaim = {
  says: "The recorded run begins above the loss of guessing and finds most captions’ pictures among the first five.",
  tells: ({curves, measurements, snapshots}) => ({
    firstLoss: curves.loss![0]!,
    lastLoss: curves.loss!.at(-1)!,
    ...numbersOf(measurements.at(-1)!, "recall5", "recall1"),
    ...scoreAt(snapshots.at(-1)!),
  }),
  rule: "a first loss above ln 64, at least 60 % among the first five, and the interval of the text score above what swapped captions score",
  holds: ({firstLoss, recall5, scoreLow, swappedHigh}) =>
    Number(firstLoss) > Math.log(64) &&
    Number(recall5) >= 60 &&
    Number(scoreLow) > Number(swappedHigh),
};

function scoreAt({arrays}: Snapshot) {
  const {value, interval, swapped} = textScoreOf(
    arrays.similarities!.data as Float32Array,
    amongCount,
  )!;
  return {
    ...{score: value, scoreLow: interval.low, scoreHigh: interval.high},
    ...{swappedLow: swapped.low, swappedHigh: swapped.high},
  };
}

function meanOfLast(curve: readonly number[]): number {
  const late = curve.slice(-50);
  return late.reduce((sum, value) => sum + value, 0) / late.length;
}

/** The 95 % interval of a share, in per cent, of so many. */
function interval(percent: number, count: number): {readonly low: number; readonly high: number} {
  const right = Math.round((percent / 100) * count);
  const found = Array.from({length: count}, (_, i) => (i < right ? 1 : 0));
  const {low, high} = accuracy(new Array<number>(count).fill(1), found);
  return {low: 100 * low, high: 100 * high};
}
