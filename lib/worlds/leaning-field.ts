/**
 * How the conditions of a world differ by place. Each coarse cell (one of level 0 of relief.ts: 32 by 32 cells where there are five levels) is given
 * a leaning once, and keeps it. From the middle of one to the middle of the next it changes smoothly, by the quadratic B-spline:
 *
 *     at t, from 0 to 1 across a coarse cell:  (1 - t)² / 2 of the one before,  1/2 + t (1 - t) of itself,  t² / 2 of the next;  the same downwards
 *
 * The shares add up to 1, so a leaning lies between those of nine coarse cells. It depends on nothing but the place, like the chance of relief.ts, and
 * so no seams come of it. Exact operations only; where all leanings are 0, the world is the one without, to the last bit.
 */
import type {Area, Conditions, ConditionsByPlace} from "./relief.js";

/** What is added to the conditions: to the ruggedness and the height, and in metres, by which the land lies lower. */
export interface Leaning {
  readonly rough: number;
  readonly tall: number;
  readonly low: number;
}

export const noLeaning: Leaning = {rough: 0, tall: 0, low: 0};

/** Of ruggedness and height: leanings lead no further. */
export const conditionRange = {
  rough: {min: 0, max: 1.5},
  tall: {min: 0.2, max: 2.5},
} as const;

export class LeaningField {
  readonly #given = new Map<string, Leaning>();

  /** Coarse cells that have a leaning. */
  get count(): number {
    return this.#given.size;
  }

  /** The leaning of a coarse cell, unless it has one. */
  give(column: number, row: number, leaning: Leaning): void {
    const key = keyOf(column, row);
    if (!this.#given.has(key)) this.#given.set(key, leaning);
  }

  /** Leanings at the cells of an area of a level. Throws a RangeError where one of the coarse cells around has none. */
  over(level: number, {left, top, width, height}: Area): (x: number, y: number) => Leaning {
    const side = 2 ** level;
    const [first, upper] = [Math.floor(left / side) - 1, Math.floor(top / side) - 1];
    const columns = Math.floor((left + width - 1) / side) + 2 - first;
    const rows = Math.floor((top + height - 1) / side) + 2 - upper;
    const around = Array.from({length: columns * rows}, (_, i) =>
      this.#of(first + (i % columns), upper + Math.floor(i / columns)),
    );
    return (x, y) => {
      const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
      const across = sharesAt((x + 0.5) / side - column);
      const down = sharesAt((y + 0.5) / side - row);
      return mixed(around, (row - 1 - upper) * columns + column - 1 - first, columns, across, down);
    };
  }

  #of(column: number, row: number): Leaning {
    const leaning = this.#given.get(keyOf(column, row));
    if (!leaning)
      throw new RangeError(`no leaning at coarse cell ${column}, ${row} (give it one first)`);
    return leaning;
  }
}

const keyOf = (column: number, row: number) => `${column},${row}`;

type Shares = readonly [before: number, own: number, next: number];

function sharesAt(t: number): Shares {
  return [((1 - t) * (1 - t)) / 2, 0.5 + t * (1 - t), (t * t) / 2];
}

/** Of three by three leanings, from the one at `corner` on. */
function mixed(
  around: readonly Leaning[],
  corner: number,
  columns: number,
  across: Shares,
  down: Shares,
): Leaning {
  let [rough, tall, low] = [0, 0, 0];
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) {
      const share = down[row]! * across[column]!;
      const leaning = around[corner + row * columns + column]!;
      rough += share * leaning.rough;
      tall += share * leaning.tall;
      low += share * leaning.low;
    }
  return {rough, tall, low};
}

/** Ruggedness and height as a reader sets them, for the whole world. */
export interface SetConditions {
  readonly rough: number;
  readonly tall: number;
}

/** The conditions that were set, with a leaning; no further than their ranges go. */
export function leant({rough, tall}: SetConditions, leaning: Leaning): SetConditions {
  return {
    rough: within(conditionRange.rough, rough + leaning.rough),
    tall: within(conditionRange.tall, tall + leaning.tall),
  };
}

function within({min, max}: {readonly min: number; readonly max: number}, value: number): number {
  return Math.max(min, Math.min(max, value));
}

/** Conditions that are the same everywhere, where `base` is the standard deviation of a relief of height 1. */
export function conditionsOf({rough, tall}: SetConditions, base: number): Conditions {
  return {base: tall * base, roughness: rough};
}

/** Conditions by place for relief.ts. */
export function leaningConditions(
  field: Pick<LeaningField, "over">,
  set: SetConditions,
  base: number,
): ConditionsByPlace {
  return (level, area) => {
    const leanings = field.over(level, area);
    return (x, y) => {
      const leaning = leanings(x, y);
      return {...conditionsOf(leant(set, leaning), base), low: leaning.low};
    };
  };
}
