/**
 * The direction in which an attribute lies among codes (Radford et al., 2016, section 6.3; for attributes of faces Larsen et al., 2016,
 * section 4.2):
 *
 *     v = mean code of the pictures with it - mean code of those without it
 *
 * Codes are [n, d] row-major. Whatever else differs between the two groups is in v as well.
 */

/** v [d] for the pictures where `has` [n] is true. Throws a RangeError when one of the two groups is empty. */
export function attributeVector(codes: Float32Array, has: readonly boolean[]): Float32Array {
  const size = codes.length / has.length;
  const [withIt, without] = [meanCode(codes, has, true), meanCode(codes, has, false)];
  return Float32Array.from({length: size}, (_, j) => withIt[j]! - without[j]!);
}

function meanCode(codes: Float32Array, has: readonly boolean[], wanted: boolean): Float64Array {
  const size = codes.length / has.length;
  const sum = new Float64Array(size);
  const members = [...has.keys()].filter((i) => has[i] === wanted);
  if (members.length === 0)
    throw new RangeError(
      `too few pictures: 0 ${wanted ? "with" : "without"} the attribute (at least 1)`,
    );
  for (const i of members) for (let j = 0; j < size; j++) sum[j]! += codes[i * size + j]!;
  return sum.map((value) => value / members.length);
}

/** `code` [d] moved along `vector` [d] by each of `strengths`: [strengths, d] flat. */
export function movedCodes(
  code: Float32Array,
  vector: Float32Array,
  strengths: readonly number[],
): Float32Array {
  if (code.length !== vector.length)
    throw new RangeError(`sizes differ: ${code.length} and ${vector.length} latent numbers`);
  return Float32Array.from({length: strengths.length * code.length}, (_, i) => {
    const j = i % code.length;
    return code[j]! + strengths[Math.floor(i / code.length)]! * vector[j]!;
  });
}
