import {meanInterval} from "../../lib/metrics/mean-interval.js";
import {paintAtRandom, paintByTrying} from "../../lib/models/painters.js";
import type {Random} from "../../lib/random.js";

/** Random painters per target, for the floor. */
const randomPainters = 4;

/** In per cent of what trying earns on the same targets, which is found once; the floor is where random painters lie. */
export function scoreMeasure(
  targets: readonly Float32Array[],
  strokes: number,
  random: Random,
  returns: () => Promise<number[]>,
) {
  let levels: {readonly best: number; readonly floor: {low: number; high: number}} | undefined;
  return async () => {
    levels ??= levelsOf(targets, strokes, random);
    const {best, floor} = levels;
    const earned = await returns();
    const {low, high} = meanInterval(earned);
    return {
      scalars: {score: (100 * meanOf(earned)) / best},
      floors: {score: floor},
      intervals: {score: {low: (100 * low) / best, high: (100 * high) / best}},
      arrays: {},
    };
  };
}

function levelsOf(targets: readonly Float32Array[], strokes: number, random: Random) {
  const best = meanOf(targets.map((target) => 1 - paintByTrying(target, strokes).error));
  const means = Array.from({length: randomPainters}, () =>
    meanOf(targets.map((target) => paintAtRandom(target, strokes, random))),
  ).map((mean) => (100 * mean) / best);
  return {best, floor: {low: Math.min(...means), high: Math.max(...means)}};
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
