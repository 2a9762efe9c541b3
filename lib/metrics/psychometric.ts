/**
 * How often an observer is right, by how strong the signal is: a logistic curve from guessing to all but a lapse.
 *
 *   psi(x) = guess + (1 - guess - lapse) / (1 + exp(-(x - threshold) / spread))
 *
 * Fitted by the largest likelihood over a grid, with the guess rate known (a tenth where ten answers are allowed) and a lapse of at most
 * 6 % (Wichmann and Hill, 2001, "The psychometric function", I, section 2; II for the bootstrap).
 */
import type {Random} from "../random.js";

/** The share that is right by guessing, where ten answers are allowed. */
export const guessOfTen = 0.1;

export interface Trial {
  /** Strength of the signal, 0 to 1. */
  readonly level: number;
  readonly isRight: boolean;
}

export interface Psychometric {
  /** The level halfway between guessing and all but the lapse. */
  readonly threshold: number;
  readonly spread: number;
  readonly lapse: number;
}

const lapses = [0, 0.03, 0.06];
const spreads = [0.01, 0.02, 0.04, 0.07, 0.12, 0.25];
const thresholds = Array.from({length: 101}, (_, i) => i / 100);

/** All curves that are tried. */
const grid: readonly Psychometric[] = lapses.flatMap((lapse) =>
  spreads.flatMap((spread) => thresholds.map((threshold) => ({threshold, spread, lapse}))),
);

export function psychometricAt(
  {threshold, spread, lapse}: Psychometric,
  guess: number,
  level: number,
): number {
  return guess + (1 - guess - lapse) / (1 + Math.exp(-(level - threshold) / spread));
}

export interface FittedPsychometric {
  readonly fit: Psychometric;
  /** That of the threshold, 95 %: from resampled trials. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * The likeliest curve of the trials, with the interval of its threshold by `draws` resamplings. Of equally likely curves it is the one in
 * the middle. Undefined without trials.
 */
export function fitPsychometric(
  trials: readonly Trial[],
  guess: number,
  random: Random,
  draws = 150,
): FittedPsychometric | undefined {
  if (trials.length === 0) return undefined;
  const levels = [...new Set(trials.map(({level}) => level))];
  const logs = levels.map((level) => grid.map((curve) => logsAt(curve, guess, level)));
  const likeliest = (some: readonly Trial[]) => likeliestOf(some, levels, logs);
  const redrawn = Array.from({length: draws}, () =>
    likeliest(trials.map(() => trials[random.integer(trials.length)]!)),
  );
  const sorted = redrawn.map(({threshold}) => threshold).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return {fit: likeliest(trials), interval: [at(0.025), at(0.975)]};
}

interface Logs {
  readonly right: number;
  readonly wrong: number;
}

function logsAt(curve: Psychometric, guess: number, level: number): Logs {
  const p = Math.min(1 - 1e-9, psychometricAt(curve, guess, level));
  return {right: Math.log(p), wrong: Math.log(1 - p)};
}

function likeliestOf(
  trials: readonly Trial[],
  levels: readonly number[],
  logs: readonly (readonly Logs[])[],
): Psychometric {
  const counts = levels.map((level) => {
    const there = trials.filter((trial) => trial.level === level);
    const right = there.filter(({isRight}) => isRight).length;
    return {right, wrong: there.length - right};
  });
  const values = grid.map((_, k) =>
    counts.reduce(
      (sum, {right, wrong}, i) => sum + right * logs[i]![k]!.right + wrong * logs[i]![k]!.wrong,
      0,
    ),
  );
  const most = values.reduce((a, b) => Math.max(a, b));
  const best = grid.filter((_, k) => values[k]! > most - 1e-6);
  best.sort((a, b) => a.threshold - b.threshold);
  return best[best.length >> 1]!;
}
