/**
 * Smaller pictures on white: each new pixel is the mean of the area that it covers, of colours laid over white by their alpha. Exact operations:
 * the same bytes everywhere.
 */
import type {Pixels} from "./read-png.js";

/** RGB, [side, side, 3]. The original must be square and at least as large. */
export function onWhite({width, height, data}: Pixels, side: number): Uint8Array {
  if (width !== height || width < side)
    throw new RangeError(
      `invalid picture size: ${width} by ${height} (a square of ${side} or more)`,
    );
  const shares = areaShares(width, side);
  const result = new Uint8Array(3 * side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let k = 0; k < 3; k++) {
        let sum = 0;
        for (const [row, high] of shares[y]!)
          for (const [column, wide] of shares[x]!)
            sum += high * wide * overWhite(data, 4 * (row * width + column), k);
        result[3 * (y * side + x) + k] = Math.round(sum);
      }
  return result;
}

function overWhite(data: Uint8Array, at: number, k: number): number {
  const alpha = data[at + 3]! / 255;
  return alpha * data[at + k]! + (1 - alpha) * 255;
}

/** Of each of `side` new places the old ones that it covers, with their shares, which sum to 1. */
function areaShares(width: number, side: number): (readonly [place: number, share: number])[][] {
  return Array.from({length: side}, (_, i) => {
    const [from, to] = [(i * width) / side, ((i + 1) * width) / side];
    const first = Math.floor(from);
    return Array.from({length: Math.ceil(to) - first}, (_, j) => {
      const covered = Math.min(to, first + j + 1) - Math.max(from, first + j);
      return [first + j, (covered * side) / width] as const;
    });
  });
}
