/** Pictures of several makers on their way to the judge, as many of each, in one array; and what came of the judging. */
import type {NamedArrays, NdArray} from "../../lib/array.js";
import {type ByteImages, firstPictures} from "../../lib/image.js";
import {side} from "./contenders.js";
import {leastJudged, mostJudged, mostMeeting} from "./experiment.js";

/** Of each maker as many as the one has that has fewest. */
export function givenInputs(sets: readonly ByteImages[]): {
  readonly count: NdArray<Float32Array>;
  readonly pictures: ByteImages;
} {
  const count = Math.min(mostJudged, ...sets.map(({shape}) => shape[0]));
  const size = count * side * side;
  const data = new Uint8Array(sets.length * size);
  for (const [i, set] of sets.entries()) data.set(firstPictures(set, count).data, i * size);
  return {
    count: {data: Float32Array.of(count), shape: [1]},
    pictures: {data, shape: [sets.length * count, side, side, 1]},
  };
}

/** The sets in what was asked. Throws a RangeError for what cannot be judged together. */
export function givenSets({count: counts, pictures}: NamedArrays): {
  readonly count: number;
  readonly sets: readonly ByteImages[];
} {
  const count = counts?.data[0];
  if (!isWhole(count, leastJudged, mostJudged))
    throw new RangeError(
      `invalid count: ${count} (a whole number from ${leastJudged} to ${mostJudged} of each; a run keeps more pictures the larger its sheet is)`,
    );
  const {data, shape = []} = pictures ?? {};
  const makers = shape[0]! / count;
  const size = count * side * side;
  if (
    !(data instanceof Uint8Array) ||
    !isWhole(makers, 1, mostMeeting) ||
    data.length !== makers * size
  )
    throw new RangeError(
      `invalid pictures: ${data?.length} bytes in shape ${shape.join(" by ")} (1 to ${mostMeeting} times ${count} grey pictures of ${side} by ${side})`,
    );
  const setAt = (i: number): ByteImages => ({
    data: data.subarray(i * size, (i + 1) * size),
    shape: [count, side, side, 1],
  });
  return {count, sets: Array.from({length: makers}, (_, i) => setAt(i))};
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
