/**
 * What is missing of a picture, filled in as smoothly as can be: each missing pixel is the mean of its neighbours.
 *
 *     x_i = mean of x_j over the pixels j above, below, left and right of i that there are,    for each missing i
 *
 * (Laplace's equation; what the first methods for inpainting come to where nothing continues a line: Bertalmio et al., 2000.) Solved by sweeps,
 * each of which takes the newest values (Gauss and Seidel). It needs no training and knows no shapes: inside, nothing is brighter or
 * darker than what is around. A picture of which nothing is known stays 0.
 */

const mostSweeps = 2000;
const leastChange = 1e-6;

/** `picture` [side · side] with new values where `known` [side · side] is 0. */
export function smoothlyFilled(
  picture: Float32Array,
  side: number,
  known: ArrayLike<number>,
): Float32Array {
  const size = side * side;
  if (picture.length !== size || known.length !== size)
    throw new RangeError(
      `invalid picture or mask: ${picture.length} and ${known.length} values (${size} each)`,
    );
  const missing = Array.from({length: size}, (_, i) => i).filter((i) => known[i] === 0);
  const filled = picture.slice();
  for (const i of missing) filled[i] = 0;
  if (missing.length === size) return filled;
  const neighbours = missing.map((i) => neighboursOf(i, side));
  for (let sweep = 0; sweep < mostSweeps; sweep++)
    if (sweptOnce(filled, missing, neighbours) < leastChange) break;
  return filled;
}

/** The largest change of a pixel. */
function sweptOnce(
  filled: Float32Array,
  missing: readonly number[],
  neighbours: readonly (readonly number[])[],
): number {
  let most = 0;
  for (const [k, i] of missing.entries()) {
    const around = neighbours[k]!;
    const mean = around.reduce((sum, j) => sum + filled[j]!, 0) / around.length;
    most = Math.max(most, Math.abs(mean - filled[i]!));
    filled[i] = mean;
  }
  return most;
}

function neighboursOf(i: number, side: number): readonly number[] {
  const [row, column] = [Math.floor(i / side), i % side];
  return [
    ...(row > 0 ? [i - side] : []),
    ...(row < side - 1 ? [i + side] : []),
    ...(column > 0 ? [i - 1] : []),
    ...(column < side - 1 ? [i + 1] : []),
  ];
}
