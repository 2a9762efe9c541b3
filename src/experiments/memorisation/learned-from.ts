/** Which pictures a run learns from, how often each is among them, and how many are looked at. */

/** Pictures that may be among them several times. */
export const repeatedCount = 10;
/** Pictures on the sheet. */
export const shownCount = 12;
/** Pictures in a measurement. */
export const measuredCount = 200;
/** Pixels along an edge. */
export const side = 14;

export interface LearnedFrom {
  /** Different pictures. */
  readonly pictures: number;
  /** How often each of the first ones is there. */
  readonly repeats: number;
  readonly withoutRepeats: boolean;
}

/** Numbers of the pictures, each as often as it is learned from. */
export function entriesOf({pictures, repeats, withoutRepeats}: LearnedFrom): readonly number[] {
  const all = [...Array(pictures).keys()];
  const more = withoutRepeats ? 0 : repeats - 1;
  const repeated = all.slice(0, repeatedCount);
  return [...all, ...Array.from({length: more}, () => repeated).flat()];
}

/** What a made picture is. */
export const kinds = ["new", "copy", "copy of a repeated one"] as const;
