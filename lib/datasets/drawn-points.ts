/** Points that a reader painted, as a distribution: any of them, at random, moved by a little. */
import type {DrawPoints} from "./dataset.js";

/** Fewer than this are no distribution to learn. */
export const minDrawnPoints = 12;
const jitterSd = 0.02;

/**
 * Draws from `points`, [n, 2] in [-1, 1], with normal jitter of standard deviation 0.02, held inside the square.
 * Throws a RangeError for fewer than `minDrawnPoints` or for a coordinate outside the square.
 */
export function drawnPoints(points: Float32Array): DrawPoints {
  const n = points.length / 2;
  if (!Number.isInteger(n))
    throw new RangeError(`invalid drawn points: ${points.length} numbers (two for each point)`);
  if (n < minDrawnPoints)
    throw new RangeError(`too few drawn points: ${n} (at least ${minDrawnPoints})`);
  const outside = points.find((value) => !(value >= -1 && value <= 1));
  if (outside !== undefined)
    throw new RangeError(`invalid drawn coordinate: ${outside} (a number from -1 to 1)`);
  return (random, count) => {
    const drawn = new Float32Array(2 * count);
    for (let i = 0; i < drawn.length; i += 2) {
      const chosen = 2 * random.integer(n);
      drawn[i] = clamp(points[chosen]! + jitterSd * random.normal());
      drawn[i + 1] = clamp(points[chosen + 1]! + jitterSd * random.normal());
    }
    return drawn;
  };
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
