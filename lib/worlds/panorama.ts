/**
 * What is seen of a world of heights from one of its places, all around: for each pixel, how far away the ground is.
 *
 *     column c looks at the azimuth 2π c / circle, clockwise from north; focal = circle / 2π
 *     ground of height h at distance d is seen in row  horizon - focal (h - d² / 2R - eye) / d,   R = 6,371 km
 *
 * Each column goes outwards from the eye and keeps what rises above all that is nearer ("voxel space", as in Comanche, NovaLogic 1992). The azimuth of column
 * c + circle is that of c, so the circle closes: between its last column and its first lies the same angle as between any two.
 */
import type {ReliefPiece} from "./relief.js";

export interface Ground {
  readonly piece: ReliefPiece;
  /** No height of the piece is greater. */
  readonly highest: number;
  /** Height of the water; what lies deeper is seen as its surface. */
  readonly water: number;
  readonly cellMetres: number;
  /** How far the columns go, in metres; they end at the border of the piece, too. */
  readonly reach: number;
}

/** A place in cells, between them too, and the height of the eye there, in metres. */
export interface Standpoint {
  readonly x: number;
  readonly y: number;
  readonly eye: number;
}

/** The pixels: `columns` of a full circle of `circle`, from column `first` on, which may be any whole number. */
export interface Lens {
  readonly circle: number;
  readonly first: number;
  readonly columns: number;
  readonly rows: number;
  /** The row of what is as high as the eye. */
  readonly horizon: number;
}

const earthRadius = 6_371_000;
/** The first look at the ground, in cells; how much farther the next one is, as a share, and in cells at most. */
const [nearest, growth, stride] = [0.1, 0.04, 1] as const;

/** Distance of the ground in metres [rows, columns]; Infinity in the sky. */
export function distancesAround(ground: Ground, from: Standpoint, lens: Lens): Float32Array {
  const distances = new Float32Array(lens.rows * lens.columns).fill(Number.POSITIVE_INFINITY);
  const stops = stopsTo(ground);
  for (let column = 0; column < lens.columns; column++)
    lookAlong({ground, from, lens, stops, column}, distances);
  return distances;
}

/** The direction of a column: cells to the east and to the south for each cell of the way. */
export function directionOf({circle}: Pick<Lens, "circle">, column: number) {
  const turn = (((column % circle) + circle) % circle) / circle;
  const azimuth = 2 * Math.PI * turn;
  return {east: Math.sin(azimuth), south: -Math.cos(azimuth)};
}

/** The height between four cells; undefined beyond the piece. */
export function heightAt(piece: ReliefPiece, x: number, y: number): number | undefined {
  return holds(piece, x, y) ? between(piece.data, piece, x, y) : undefined;
}

/** Whether four cells of the piece lie around the place. */
export function holds({left, top, width, height}: ReliefPiece, x: number, y: number): boolean {
  return x >= left && y >= top && x < left + width - 1 && y < top + height - 1;
}

/** A value for each cell of `area`, interpolated between four cells. */
export function between(
  values: Float64Array,
  {left, top, width}: Pick<ReliefPiece, "left" | "top" | "width">,
  x: number,
  y: number,
): number {
  const column = Math.floor(x - left);
  const row = Math.floor(y - top);
  const across = x - left - column;
  const down = y - top - row;
  const at = row * width + column;
  const upper = values[at]! + across * (values[at + 1]! - values[at]!);
  const lower = values[at + width]! + across * (values[at + width + 1]! - values[at + width]!);
  return upper + down * (lower - upper);
}

interface Stop {
  readonly cells: number;
  readonly metres: number;
  /** What the Earth's curvature takes from a height there. */
  readonly drop: number;
}

function stopsTo({reach, cellMetres}: Ground): readonly Stop[] {
  const stops = [];
  for (let cells = nearest; cells * cellMetres <= reach; ) {
    const metres = cells * cellMetres;
    stops.push({cells, metres, drop: (metres * metres) / (2 * earthRadius)});
    cells += Math.min(growth * cells, stride);
  }
  return stops;
}

interface Look {
  readonly ground: Ground;
  readonly from: Standpoint;
  readonly lens: Lens;
  readonly stops: readonly Stop[];
  readonly column: number;
}

function lookAlong({ground, from, lens, stops, column}: Look, into: Float32Array): void {
  const {piece, highest, water, reach} = ground;
  const {east, south} = directionOf(lens, lens.first + column);
  const {columns, horizon} = lens;
  const focal = lens.circle / (2 * Math.PI);
  // Nothing is seen higher than `highest`, and from an eye above it, it would be seen highest where the columns end.
  const rise = focal * (Math.max(highest, water) - from.eye);
  let top = lens.rows;
  let [rowBefore, before] = [Number.POSITIVE_INFINITY, 0];
  for (const {cells, metres, drop} of stops) {
    const x = from.x + cells * east;
    const y = from.y + cells * south;
    if (!holds(piece, x, y)) return;
    const surface = Math.max(water, between(piece.data, piece, x, y)) - drop;
    const row = horizon - (focal * (surface - from.eye)) / metres;
    const fill = (metres - before) / (rowBefore - row);
    while (top > 0 && top - 1 >= row) {
      top--;
      into[top * columns + column] = before + (rowBefore - top) * fill || metres;
    }
    if (top <= horizon - rise / (rise > 0 ? metres : reach)) return;
    rowBefore = row;
    before = metres;
  }
}

/**
 * How much neighbouring columns of a full circle differ, in levels of 255: where it closes, and everywhere else in the mean and at most.
 * `pixels` [rows, columns, 4].
 */
export function closing(pixels: Uint8ClampedArray, columns: number) {
  const rows = pixels.length / 4 / columns;
  const steps = Array.from({length: columns}, (_, column) => {
    let sum = 0;
    for (let row = 0; row < rows; row++)
      for (let part = 0; part < 3; part++) {
        const next = (column + 1) % columns;
        const at = 4 * row * columns + part;
        sum += Math.abs(pixels[at + 4 * column]! - pixels[at + 4 * next]!);
      }
    return sum / (3 * rows);
  });
  const seam = steps.pop()!;
  const inside = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return {seam, inside, most: Math.max(...steps)};
}
