/** Pictures of three classes, drawn from noise at several temperatures, and what is counted of them: for an exercise on variety. */
import type {TestPicture, TestRun} from "../../lib/grading/verdict.js";
import type {Random} from "../../lib/random.js";

export interface DrawnSet {
  readonly pictures: readonly (readonly number[])[];
  readonly asked: readonly number[];
  readonly seen: readonly number[];
}

export interface Counted {
  readonly variety: number;
  readonly asAsked: number;
}

export const temperatures = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4] as const;
/** What each class is about, and how far noise of temperature 1 leads away from it. */
const middles = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.5, 0.8],
] as const;
const reach = 0.16;
const ofEach = 8;

/** Sets by temperature, from the same noise. A picture is seen as the class whose middle is nearest. */
export function drawnSets(random: Random): readonly DrawnSet[] {
  const asked = Array.from({length: middles.length * ofEach}, (_, i) => i % middles.length);
  const noise = asked.map(() => Array.from(random.normals(2)));
  return temperatures.map((temperature) => {
    const pictures = asked.map((label, i) =>
      middles[label]!.map((value, k) => rounded(value + temperature * reach * noise[i]![k]!)),
    );
    return {pictures, asked, seen: pictures.map(nearest)};
  });
}

const rounded = (value: number) => Math.round(1000 * value) / 1000;

export function apart(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, k) => value - b[k]!));
}

function nearest(picture: readonly number[]): number {
  const ways = middles.map((middle) => apart(picture, middle));
  return ways.indexOf(Math.min(...ways));
}

/** `drawn`, by the pairs that count: by default those that were asked to be of the same class. */
export function countedOf(
  {pictures, asked, seen}: DrawnSet,
  counts: (i: number, j: number) => boolean = (i, j) => asked[i] === asked[j],
): Counted {
  const ways = pictures.flatMap((picture, i) =>
    pictures.slice(0, i).flatMap((other, j) => (counts(i, j) ? [apart(picture, other)] : [])),
  );
  return {variety: mean(ways), asAsked: shareOf(asked, seen)};
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function shareOf(asked: readonly number[], seen: readonly number[]): number {
  return (100 * asked.filter((label, i) => label === seen[i]).length) / asked.length;
}

/** What was counted at each temperature, beside what is right. */
export function comparedCourse(
  label: string,
  sets: readonly DrawnSet[],
  yours: readonly Counted[],
): TestRun {
  const right = sets.map((drawn) => countedOf(drawn));
  const curve = (name: string, role: "generated" | "judge", of: (one: Counted) => number) => ({
    ...{label: name, role},
    yours: Float32Array.from(yours, of),
    right: Float32Array.from(right, of),
  });
  return {
    label,
    other: "a right one",
    curves: [
      curve("variety", "generated", ({variety}) => variety),
      curve("as asked, %", "judge", ({asAsked}) => asAsked),
    ],
    pictures: [
      classPicture("expected", "the lowest temperature", sets[0]!),
      classPicture("yours", "the highest temperature", sets.at(-1)!),
    ],
  };
}

/** A row for each class, two pixels for each picture. */
function classPicture(role: TestPicture["role"], where: string, {pictures}: DrawnSet): TestPicture {
  const width = 3 * ofEach;
  const data = new Float32Array(width * width).fill(-1);
  for (const [i, picture] of pictures.entries()) {
    const [row, column] = [8 * (i % middles.length) + 2, 3 * Math.floor(i / middles.length)];
    for (const [k, value] of picture.entries())
      for (let line = 0; line < 4; line++)
        data[(row + line) * width + column + k] = Math.max(-1, Math.min(1, 2 * value - 1));
  }
  const images = {data, shape: [1, width, width, 1]} as const;
  return {role, images, alt: `Eight pictures of each class, drawn at ${where}.`};
}
