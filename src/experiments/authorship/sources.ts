/** Who gave which pictures, and which a run is made without. */
import type {Random} from "../../lib/random.js";

/** Sources, and the digits that they drew: 0 to 7. */
export const sourceCount = 8;
/** Runs without as many pictures at random: the floor. */
export const floorCount = 8;
/** Pictures on the sheet. */
export const shownCount = 8;
/** Pictures in a measurement. */
export const measuredCount = 64;
/** Pixels along an edge. */
export const side = 14;

/** How pictures are shared out: a digit for each source, or some of every digit. */
export const arrangements = {
  own: "a digit for each source",
  mixed: "every digit from each source",
} as const;

export type Arrangement = keyof typeof arrangements;

/** The source of each picture: entries are digit by digit, `each` of every one. */
export function sourcesOf(arrangement: Arrangement, each: number): Uint8Array {
  return Uint8Array.from({length: sourceCount * each}, (_, i) =>
    arrangement === "own" ? Math.floor(i / each) : i % sourceCount,
  );
}

/** The pictures that each run is made without: none, then those of one source after the other, then as many at random, again and again. */
export function removals(sources: Uint8Array, random: Random): readonly (readonly number[])[] {
  const all = [...sources.keys()];
  const each = sources.length / sourceCount;
  const bySource = Array.from({length: sourceCount}, (_, s) => all.filter((i) => sources[i] === s));
  const atRandom = Array.from({length: floorCount}, () => [
    ...random.permutation(sources.length).subarray(0, each),
  ]);
  return [[], ...bySource, ...atRandom];
}

/** How many runs there are. */
export const runCount = 1 + sourceCount + floorCount;
