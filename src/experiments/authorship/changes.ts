/**
 * How much each made picture changes when somebody's pictures are taken away, beside what as many pictures taken away at random do:
 *
 *     change(r, i) = root mean square difference of picture i, made by the whole run and by the run without r, black to white being 1
 *     beyond(s, i):  change(s, i) > max over random removals q of change(q, i)
 *
 * Where a source is like any other, its change is one of 1 + Q that are alike, so that it is the largest with a chance of 1 / (1 + Q).
 */
import {type ByteImages, imageSize} from "../../lib/image.js";
import {floorCount, sourceCount} from "./sources.js";

export interface Changes {
  /** Pictures compared, n. */
  readonly count: number;
  /** Of each source and picture, [sources, n]. */
  readonly bySource: Float32Array;
  /** The largest of all random removals, [n]. */
  readonly floor: Float32Array;
  /** 1 where a source is beyond the floor, [sources, n]. */
  readonly beyond: Uint8Array;
}

/** The chance that a source which is like any other is beyond the floor. */
export const beyondByChance = 1 / (1 + floorCount);

/** `runs` made the same n pictures: the whole one, the one without each source, then those without as many at random. */
export function changesOf(runs: readonly ByteImages[]): Changes {
  if (runs.length !== 1 + sourceCount + floorCount)
    throw new RangeError(`invalid runs: ${runs.length} (${1 + sourceCount + floorCount})`);
  const [whole, ...others] = runs;
  const count = whole!.shape[0];
  const changes = others.map((run) => changesBetween(whole!, run));
  const floor = Float32Array.from({length: count}, (_, i) =>
    Math.max(...changes.slice(sourceCount).map((change) => change[i]!)),
  );
  const bySource = Float32Array.from(changes.slice(0, sourceCount).flat());
  return {
    ...{count, bySource, floor},
    beyond: Uint8Array.from(bySource, (change, at) => (change > floor[at % count]! ? 1 : 0)),
  };
}

/** Whether picture `i` changes more without `source` than without as many at random. */
export function isBeyond(
  {count, beyond}: Pick<Changes, "count" | "beyond">,
  source: number,
  i: number,
): boolean {
  return beyond[source * count + i] === 1;
}

/** Of each picture the source that changes it most. */
export function strongest({count, bySource}: Pick<Changes, "count" | "bySource">): number[] {
  return Array.from({length: count}, (_, i) => {
    const changes = Array.from({length: sourceCount}, (_, s) => bySource[s * count + i]!);
    return changes.indexOf(Math.max(...changes));
  });
}

/** Root mean square difference of each picture of `a` and `b`. */
export function changesBetween(a: ByteImages, b: ByteImages): number[] {
  const size = imageSize(a.shape);
  return Array.from({length: a.shape[0]}, (_, i) => {
    let sum = 0;
    for (let at = i * size; at < (i + 1) * size; at++) sum += (a.data[at]! - b.data[at]!) ** 2;
    return Math.sqrt(sum / size) / 255;
  });
}
