/** Pictures of several makers on their way to the judge, as many of each, in one array; and what came of the judging. */

import type {NamedArrays, NdArray} from "../../lib/array.js";
import {type ByteImages, firstPictures, imageSize} from "../../lib/image.js";
import {isSubject, type Subject, subjectNames, subjects} from "../../lib/questions/subjects.js";
import {textOf} from "../../lib/text-array.js";
import {leastJudged, mostJudged, mostMeeting} from "./experiment.js";

/** Real pictures that others are compared with, and as many that draw the floors, at most. */
export const comparedCount = 500;

/** What pictures are of that came with the question. Throws a RangeError for what the arena has no judge of. */
export function subjectIn({subject}: NamedArrays): Subject {
  const name = subject?.data instanceof Uint8Array ? textOf({...subject, data: subject.data}) : "";
  if (isSubject(name)) return name;
  throw new RangeError(`invalid subject: ${name} (one of ${subjectNames.join(", ")})`);
}

/** Of each maker as many as the one has that has fewest. All are of one size. */
export function givenInputs(sets: readonly ByteImages[]): {
  readonly count: NdArray<Float32Array>;
  readonly pictures: ByteImages;
} {
  const count = Math.min(mostJudged, ...sets.map(({shape}) => shape[0]));
  const [, h, w, c] = sets[0]!.shape;
  const size = count * h * w * c;
  const data = new Uint8Array(sets.length * size);
  for (const [i, set] of sets.entries()) data.set(firstPictures(set, count).data, i * size);
  return {
    count: {data: Float32Array.of(count), shape: [1]},
    pictures: {data, shape: [sets.length * count, h, w, c]},
  };
}

/** The sets in what was asked, pictures of `subject`. Throws a RangeError for what cannot be judged together. */
export function givenSets(
  {count: counts, pictures}: NamedArrays,
  subject: Subject,
): {
  readonly count: number;
  readonly sets: readonly ByteImages[];
} {
  const count = counts?.data[0];
  const {side, channels} = subjects[subject];
  if (!isWhole(count, leastJudged, mostJudged))
    throw new RangeError(
      `invalid count: ${count} (a whole number from ${leastJudged} to ${mostJudged} of each; a run keeps more pictures the larger its sheet is)`,
    );
  const {data, shape = []} = pictures ?? {};
  const makers = shape[0]! / count;
  const setShape = [count, side, side, channels] as const;
  const size = count * imageSize(setShape);
  if (
    !(data instanceof Uint8Array) ||
    !isWhole(makers, 1, mostMeeting) ||
    data.length !== makers * size
  )
    throw new RangeError(
      `invalid pictures: ${data?.length} bytes in shape ${shape.join(" by ")} (1 to ${mostMeeting} times ${count} pictures of ${side} by ${side} by ${channels}, as ${subject} are)`,
    );
  const setAt = (i: number): ByteImages => ({
    data: data.subarray(i * size, (i + 1) * size),
    shape: setShape,
  });
  return {count, sets: Array.from({length: makers}, (_, i) => setAt(i))};
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
