/**
 * The way of a walker through a world that follows them: their profile, and the leanings that coarse cells get of it.
 *
 * A coarse cell gets its leaning when the walker first comes within `reach` coarse cells of it, from the profile as it is then, and keeps it. Nothing else
 * gives one: not what is looked at, nor when a tile is made. So the same way gives the same world, on slow and on fast machines. A way is a list of
 * whole cells, each beside the one before.
 */
import {type Leaning, LeaningField} from "./leaning-field.js";
import type {Area, ReliefPiece} from "./relief.js";
import {
  afterCell,
  areaToCompare,
  type Cell,
  comparedAt,
  emptyProfile,
  leaningFor,
  stretch,
  type WayProfile,
} from "./way-profile.js";

/** The level of the walker's cells, and how many of them a coarse cell is wide. */
const level = 5;
export const coarseSide = 2 ** level;
/**
 * In coarse cells. Views show tiles up to 4 away, and a tile needs the coarse relief 4 further: each level needs 2 cells more on all sides, and halves
 * them. Leanings are interpolated between neighbours: 1 more.
 */
export const reach = 9;

export interface Heights {
  piece(area: Area): ReliefPiece;
}

export class FollowedWay {
  readonly field = new LeaningField();
  #profile: WayProfile;
  /** The last cells of the way. */
  #trail: Cell[];
  /** The coarse cell that the walker is in. */
  #around: Cell | undefined;

  /** Begins at a cell; `profile` is what was noticed elsewhere. */
  constructor(start: Cell, profile = emptyProfile) {
    this.#profile = profile;
    this.#trail = [start];
    this.#giveAround(start);
  }

  get profile(): WayProfile {
    return this.#profile;
  }

  /** What coarse cells get that come within reach now. */
  get asked(): Leaning {
    return leaningFor(this.#profile);
  }

  /** The leaning at a cell near the walker. */
  leaningAt({x, y}: Cell): Leaning {
    return this.field.over(level, {left: x, top: y, width: 1, height: 1})(x, y);
  }

  /** Straight on to a cell, over all those between; `heights` is the world that is walked through, `water` the height of its water. */
  walkTo(to: Cell, heights: Heights, water: number): void {
    for (const cell of cellsTo(this.#trail.at(-1)!, to)) {
      const piece = heights.piece(areaToCompare(cell));
      const compared = comparedAt({piece, water}, this.#trail[0]!, cell);
      this.#profile = afterCell(this.#profile, compared);
      this.#trail.push(cell);
      if (this.#trail.length > stretch) this.#trail.shift();
      this.#giveAround(cell);
    }
  }

  /** To a cell without having walked there. */
  jumpTo(cell: Cell): void {
    this.#trail = [cell];
    this.#giveAround(cell);
  }

  /** Leanings to the coarse cells within reach that have none; once for each coarse cell that the walker comes to. */
  #giveAround(cell: Cell): void {
    const {x, y} = coarseCellOf(cell);
    if (x === this.#around?.x && y === this.#around.y) return;
    this.#around = {x, y};
    const {asked} = this;
    for (let row = y - reach; row <= y + reach; row++)
      for (let column = x - reach; column <= x + reach; column++)
        this.field.give(column, row, asked);
  }
}

function coarseCellOf({x, y}: Cell): Cell {
  return {x: Math.floor(x / coarseSide), y: Math.floor(y / coarseSide)};
}

/** The cells on a straight line from one to another: without the first, with the last. */
export function cellsTo(from: Cell, to: Cell): readonly Cell[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const count = Math.max(Math.abs(dx), Math.abs(dy));
  return Array.from({length: count}, (_, i) => ({
    x: from.x + Math.round(((i + 1) * dx) / count),
    y: from.y + Math.round(((i + 1) * dy) / count),
  }));
}
