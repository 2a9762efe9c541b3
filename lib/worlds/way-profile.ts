/**
 * A profile of somebody's way through a world of heights, and what a world gives them for it.
 *
 * With each cell that is stepped on, three of its numbers are compared with those of n = 24 places around, up to 15 cells away:
 *
 *     height     metres of the surface above the water; on water 0
 *     climbing   metres up or down over the last stretch of the way, 6 cells or less, by its length; around, over stretches as long in eight directions
 *     water      1 where there is water at most 2 cells away, otherwise 0
 *
 *     c = (how many places have less - how many have more) / n                       from -1 to 1
 *     profile  <-  profile + (c - profile) / memory                                  memory = 128 cells; begins with 0
 *     leaning  =   most · max(-1, min(1, profile / full))                            full = 0.4
 *
 * A number is compared with its surroundings, so that more of it all around moves nothing: what the world gives makes it notice no more. Whatever the way,
 * a profile stays between -1 and 1, and a leaning between -most and most. Exact operations only.
 */
import type {Leaning} from "./leaning-field.js";
import type {Area, ReliefPiece} from "./relief.js";

/** Whole numbers: a cell of the finest level. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** From -1 (less than all places around) to 1 (more than all of them). */
export interface WayProfile {
  readonly height: number;
  readonly climbing: number;
  readonly water: number;
}

export const emptyProfile: WayProfile = {height: 0, climbing: 0, water: 0};

/** Cells of the way after which what was noticed counts 1/e. */
export const memory = 128;
const full = 0.4;
/** The most that is added to ruggedness and height, and the most metres that the land lies lower. */
export const mostLeaning: Leaning = {rough: 0.5, tall: 0.7, low: 120};

/** What ground that is not made yet gets. */
export function leaningFor({height, climbing, water}: WayProfile): Leaning {
  return {
    rough: mostLeaning.rough * shareOf(climbing),
    tall: mostLeaning.tall * shareOf(height),
    low: mostLeaning.low * shareOf(water),
  };
}

const shareOf = (noticed: number) => Math.max(-1, Math.min(1, noticed / full));

/** The profile after one more cell, for which `compared` was found. */
export function afterCell(profile: WayProfile, compared: WayProfile): WayProfile {
  const after = (key: keyof WayProfile) => profile[key] + (compared[key] - profile[key]) / memory;
  return {height: after("height"), climbing: after("climbing"), water: after("water")};
}

const eight: readonly (readonly [dx: number, dy: number])[] = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
];
const farthest = 15;
/** Cells of the way that a stretch has. */
export const stretch = 6;
/** Where the places around are, and the direction of a stretch there: half of them lead towards here or away, half of them across. */
const places = [5, 10, farthest].flatMap((far) =>
  eight.map(([dx, dy], i) => ({
    offset: {x: far * dx, y: far * dy},
    direction: eight[(3 * i) % eight.length]!,
  })),
);
/** Cells within which water counts. */
const shore = 2;

/** The longest stretch is a diagonal. */
const lookout = farthest + Math.round(Math.sqrt(2) * stretch);

/** The cells that `comparedAt` looks at. */
export function areaToCompare({x, y}: Cell): Area {
  return {left: x - lookout, top: y - lookout, width: 2 * lookout + 1, height: 2 * lookout + 1};
}

interface Ground {
  readonly piece: ReliefPiece;
  /** Height of the water. */
  readonly water: number;
}

/**
 * The numbers of the cell `to`, where a stretch of the way ends that began at `from`, compared with those around. Throws a RangeError for a longer one, and
 * for a piece that ends too near.
 */
export function comparedAt(ground: Ground, from: Cell, to: Cell): WayProfile {
  checkPiece(ground.piece, areaToCompare(to));
  const back = {x: from.x - to.x, y: from.y - to.y};
  if (Math.max(Math.abs(back.x), Math.abs(back.y)) > stretch)
    throw new RangeError(
      `invalid stretch: ${from.x}, ${from.y} to ${to.x}, ${to.y} (at most ${stretch} cells in each direction)`,
    );
  const long = lengthOf(back);
  const own = numbersAt(ground, to, back);
  const around = places.map(({offset, direction}) =>
    numbersAt(ground, plus(to, offset), asLong(direction, long)),
  );
  const compared = (key: keyof WayProfile) =>
    rank(
      own[key],
      around.map((numbers) => numbers[key]),
    );
  return {height: compared("height"), climbing: compared("climbing"), water: compared("water")};
}

function checkPiece(piece: Area, {left, top, width, height}: Area): void {
  const isHeld =
    piece.left <= left &&
    piece.top <= top &&
    piece.left + piece.width >= left + width &&
    piece.top + piece.height >= top + height;
  if (!isHeld)
    throw new RangeError(
      `invalid piece: ${piece.width} by ${piece.height} cells from ${piece.left}, ${piece.top} (must hold ${width} by ${height} from ${left}, ${top})`,
    );
}

const lengthOf = ({x, y}: Cell) => Math.sqrt(x * x + y * y);
const plus = (a: Cell, b: Cell): Cell => ({x: a.x + b.x, y: a.y + b.y});

/** The stretch in one of the eight directions that is nearly so long. */
function asLong([dx, dy]: readonly [number, number], long: number): Cell {
  const cells = Math.round(long / Math.sqrt(dx * dx + dy * dy));
  return {x: cells * dx, y: cells * dy};
}

function rank(own: number, around: readonly number[]): number {
  const sum = around.reduce((count, other) => count + Math.sign(own - other), 0);
  return sum / around.length;
}

type Numbers = Record<keyof WayProfile, number>;

function numbersAt(ground: Ground, cell: Cell, along: Cell): Numbers {
  const height = surfaceAt(ground, cell);
  const rise = Math.abs(surfaceAt(ground, plus(cell, along)) - height);
  const climbing = rise === 0 ? 0 : rise / lengthOf(along);
  return {height, climbing, water: isWaterside(ground, cell) ? 1 : 0};
}

function surfaceAt({piece, water}: Ground, {x, y}: Cell): number {
  const at = (y - piece.top) * piece.width + (x - piece.left);
  return Math.max(0, piece.data[at]! - water);
}

function isWaterside({piece, water}: Ground, {x, y}: Cell): boolean {
  for (let row = y - shore; row <= y + shore; row++)
    for (let column = x - shore; column <= x + shore; column++)
      if (piece.data[(row - piece.top) * piece.width + (column - piece.left)]! < water) return true;
  return false;
}
