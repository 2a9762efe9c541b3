/** The world of relief.ts in tiles, made when they are first asked for, and what lies across their borders. */
import {type ReliefOptions, type ReliefPiece, reliefPiece} from "./relief.js";

export const tileSide = 32;
/** Tiles kept; the one that was asked for longest ago goes first. */
const mostKept = 200;

export class ReliefTiles {
  readonly #options: ReliefOptions;
  readonly #tiles = new Map<string, ReliefPiece>();

  constructor(options: ReliefOptions) {
    this.#options = options;
  }

  /** Tiles made so far and still kept. */
  get count(): number {
    return this.#tiles.size;
  }

  /** The heights of an area, from its tiles. */
  piece({left, top, width, height}: Omit<ReliefPiece, "data">): ReliefPiece {
    const data = new Float64Array(width * height);
    for (let row = Math.floor(top / tileSide); row * tileSide < top + height; row++)
      for (let column = Math.floor(left / tileSide); column * tileSide < left + width; column++)
        copyOver({left, top, width, height, data}, this.#tile(column, row));
    return {left, top, width, height, data};
  }

  /** Makes that tile of an area which is missing and nearest to its middle; false where there is none. So a world can be made bit by bit, between frames. */
  makeNext({left, top, width, height}: Omit<ReliefPiece, "data">): boolean {
    const [x, y] = [left + width / 2, top + height / 2].map((middle) => middle / tileSide - 0.5);
    let nearest: {column: number; row: number; far: number} | undefined;
    for (let row = Math.floor(top / tileSide); row * tileSide < top + height; row++)
      for (let column = Math.floor(left / tileSide); column * tileSide < left + width; column++) {
        const far = (column - x!) ** 2 + (row - y!) ** 2;
        if (this.#tiles.has(keyOf(column, row)) || (nearest && far >= nearest.far)) continue;
        nearest = {column, row, far};
      }
    if (nearest) this.#tile(nearest.column, nearest.row);
    return nearest !== undefined;
  }

  #tile(column: number, row: number): ReliefPiece {
    const key = keyOf(column, row);
    const tile = this.#tiles.get(key) ?? this.#made(column, row);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    if (this.#tiles.size > mostKept) this.#tiles.delete(this.#tiles.keys().next().value!);
    return tile;
  }

  #made(column: number, row: number): ReliefPiece {
    const [left, top] = [column * tileSide, row * tileSide];
    return reliefPiece(this.#options, {left, top, width: tileSide, height: tileSide});
  }
}

const keyOf = (column: number, row: number) => `${column},${row}`;

/** Those of `from` that lie in `to`. */
function copyOver(to: ReliefPiece, from: ReliefPiece): void {
  const left = Math.max(to.left, from.left);
  const right = Math.min(to.left + to.width, from.left + from.width);
  for (
    let y = Math.max(to.top, from.top);
    y < Math.min(to.top + to.height, from.top + from.height);
    y++
  ) {
    const start = (y - from.top) * from.width - from.left;
    to.data.set(
      from.data.subarray(start + left, start + right),
      (y - to.top) * to.width + left - to.left,
    );
  }
}

/** Mean size of a step from one cell to the next, in the heights' unit: across borders of tiles, and inside of them. */
export function steps({left, top, width, height, data}: ReliefPiece): {
  readonly across: number;
  readonly inside: number;
} {
  const sums: Record<"across" | "inside", number[]> = {across: [0, 0], inside: [0, 0]};
  const add = (isBorder: boolean, step: number) => {
    const sum = sums[isBorder ? "across" : "inside"];
    sum[0]! += Math.abs(step);
    sum[1]! += 1;
  };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (x > 0) add((left + x) % tileSide === 0, data[at]! - data[at - 1]!);
      if (y > 0) add((top + y) % tileSide === 0, data[at]! - data[at - width]!);
    }
  const mean = ([sum, count]: readonly number[]) => sum! / count!;
  return {across: mean(sums.across), inside: mean(sums.inside)};
}
