/**
 * Pictures moved as an unsteady hand would have drawn them: turned, stretched and shifted a little, white on black. The value of a pixel is
 * read where the move takes it from, between four pixels (bilinear); what comes from outside is black.
 */
import {turned} from "../datasets/drawn-signs.js";
import type {Random} from "../random.js";

/** By how much at most, each way. */
export interface Unsteadiness {
  /** Tangent of half the angle: 0.1 is 11 degrees. */
  readonly turn: number;
  /** Share by which either side is made longer or shorter. */
  readonly stretch: number;
  /** Pixels. */
  readonly shift: number;
}

/** One move: from a pixel of the new picture to where it is read, both from the middle. */
interface Move {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
  readonly right: number;
  readonly down: number;
}

/** `picture` [side · side] in [-1, 1], moved by chance. */
export function unsteadily(
  picture: Float32Array,
  side: number,
  most: Unsteadiness,
  random: Random,
): Float32Array {
  return moved(picture, side, drawnMove(most, random));
}

function drawnMove({turn, stretch, shift}: Unsteadiness, random: Random): Move {
  const [cos, sin] = turned(random.uniform(-turn, turn));
  const wide = 1 + random.uniform(-stretch, stretch);
  const high = 1 + random.uniform(-stretch, stretch);
  return {
    ...{xx: cos * wide, xy: -sin * high, yx: sin * wide, yy: cos * high},
    ...{right: random.uniform(-shift, shift), down: random.uniform(-shift, shift)},
  };
}

function moved(picture: Float32Array, side: number, move: Move): Float32Array {
  const middle = (side - 1) / 2;
  return Float32Array.from({length: side * side}, (_, pixel) => {
    const [x, y] = [(pixel % side) - middle, Math.floor(pixel / side) - middle];
    const from = [
      move.xx * x + move.xy * y + middle + move.right,
      move.yx * x + move.yy * y + middle + move.down,
    ] as const;
    return between(picture, side, ...from);
  });
}

/** What lies at (x, y), by the four pixels around it. */
function between(picture: Float32Array, side: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - left, y - top];
  const at = (column: number, row: number) =>
    column < 0 || row < 0 || column >= side || row >= side ? -1 : picture[row * side + column]!;
  const upper = (1 - right) * at(left, top) + right * at(left + 1, top);
  const lower = (1 - right) * at(left, top + 1) + right * at(left + 1, top + 1);
  return (1 - below) * upper + below * lower;
}
