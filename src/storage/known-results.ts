import type {Result} from "./result.js";

export interface KnownResults {
  readonly known: Readonly<Record<string, Result>>;
  /** Why others were left out, in words. */
  readonly leftOut: readonly string[];
}

/**
 * The results that fit the course, whose exercises are worth `maxPoints`. One of an exercise that it does not have, or out of other
 * points than that has, says nothing here; the code of that exercise does, and can be tested again.
 */
export function knownResults(
  results: Readonly<Record<string, Result>>,
  maxPoints: Readonly<Record<string, number>>,
): KnownResults {
  const known: Record<string, Result> = {};
  const leftOut: string[] = [];
  for (const [slug, result] of Object.entries(results)) {
    const most = Object.hasOwn(maxPoints, slug) ? maxPoints[slug] : undefined;
    if (most === undefined) leftOut.push(`${slug} (this course has no such exercise)`);
    else if (result.maxPoints === 0) known[slug] = {...result, maxPoints: most};
    else if (result.maxPoints === most) known[slug] = result;
    else
      leftOut.push(`${slug} (${result.points} of ${result.maxPoints} points; it is worth ${most})`);
  }
  return {known, leftOut};
}
