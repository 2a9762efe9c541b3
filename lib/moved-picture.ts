/** Pictures on white, moved by some pixels and perhaps mirrored. What leaves the picture is lost, what comes in is white. */
import type {Random} from "./random.js";

export interface Place {
  /** In pixels. */
  readonly down: number;
  readonly right: number;
  readonly isMirrored: boolean;
}

/** Up to `most` pixels either way, and mirrored half of the time. */
export function drawnPlace(most: number, random: Random): Place {
  const shift = () => random.integer(2 * most + 1) - most;
  return {down: shift(), right: shift(), isMirrored: random.uniform() < 0.5};
}

/** Puts `pixels` [side, side, 3], from 0 to 1, into `target`, from -1 to 1. */
export function putMoved(pixels: Float32Array, place: Place, target: Float32Array, side: number) {
  const {down, right, isMirrored} = place;
  target.fill(1);
  for (let row = Math.max(0, down); row < Math.min(side, side + down); row++)
    for (let column = Math.max(0, right); column < Math.min(side, side + right); column++) {
      const from = isMirrored ? side - 1 - (column - right) : column - right;
      const [to, at] = [3 * (row * side + column), 3 * ((row - down) * side + from)];
      for (let c = 0; c < 3; c++) target[to + c] = 2 * pixels[at + c]! - 1;
    }
}
