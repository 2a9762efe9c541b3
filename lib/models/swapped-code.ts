/**
 * A face on somebody else's picture, made among codes: some directions keep the numbers of the picture's code, all others get those of the face's.
 *
 *     m = s - B Bᵀ s + B Bᵀ t
 *
 * s [d] is the code of the face's owner, t that of the picture it is put on, and the columns of B an orthonormal basis of the directions that stay (of attributes,
 * attribute-vector.ts; taken out by a projection, as Bolukbasi et al., 2016, take one out of words). Its two parts lie at right angles, so that m is like
 * N(0, I) if s and t are, independently: then no test of m alone tells it from the code of a picture that nobody swapped.
 */

/** A direction this much shorter beside the ones before it than by itself adds nothing but rounding. */
const least = 1e-3;

/** m, for `stays`: directions [d] of any length that keep the numbers of `picture`. */
export function swappedCode(
  face: Float32Array,
  picture: Float32Array,
  stays: readonly Float32Array[],
): Float32Array {
  if (face.length !== picture.length)
    throw new RangeError(`sizes differ: ${face.length} and ${picture.length} latent numbers`);
  const made = Float64Array.from(face);
  for (const axis of orthonormal(stays, face.length)) {
    const change = dot(axis, picture) - dot(axis, face);
    for (let j = 0; j < made.length; j++) made[j]! += change * axis[j]!;
  }
  return Float32Array.from(made);
}

/** An orthonormal basis [rank, d] of what `directions` [n, d] span (Gram & Schmidt, done twice, which leaves only rounding). */
export function orthonormal(directions: readonly Float32Array[], d: number): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const direction of directions) {
    if (direction.length !== d)
      throw new RangeError(`invalid direction: ${direction.length} numbers (${d})`);
    const rest = Float64Array.from(direction);
    for (let round = 0; round < 2; round++)
      for (const axis of basis) {
        const along = dot(axis, rest);
        for (let j = 0; j < d; j++) rest[j]! -= along * axis[j]!;
      }
    const length = Math.sqrt(dot(rest, rest));
    if (length > least * Math.sqrt(dot(direction, direction)))
      basis.push(rest.map((value) => value / length));
  }
  return basis;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
