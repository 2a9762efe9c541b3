/** Numbers of features that a run goes through, in shares of the number of pictures: most densely about 1. */
const shares = [
  ...[0.02, 0.03, 0.04, 0.06, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.36, 0.44, 0.52, 0.6],
  ...[0.68, 0.76, 0.82, 0.88, 0.92, 0.96, 1, 1.04, 1.08, 1.14, 1.2, 1.3, 1.45, 1.65, 1.9],
  ...[2.2, 2.6, 3.1, 3.8, 4.7, 5.8, 7, 9, 12],
] as const;

/** Steps of a whole run. */
export const stepCount = shares.length;

/** Of step 1, 2, … of a run on so many pictures. */
export function widthsOf(pictures: number): readonly number[] {
  return shares.map((share) => Math.round(share * pictures));
}
