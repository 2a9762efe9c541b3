/**
 * The strokes an agent may paint: short straight lines in eight directions, centred on a grid of 14 x 14 places.
 *
 *     ink(p) = clamp(thickness / 2 + 1/2 - distance of pixel p to the line, 0, 1)
 *
 * A stroke is one number, its action: (row · 14 + column) · 8 + direction. A canvas is [28 · 28], 0 black to 1 white, and
 * paint covers: canvas <- max(canvas, ink), so that a stroke painted twice changes nothing the second time.
 */

/** Pixels along the edge of a canvas, and places along it. */
export const canvasSide = 28;
const placesPerSide = 14;
export const directionCount = 8;
export const actionCount = placesPerSide * placesPerSide * directionCount;

/** Pixels from a stroke's centre to either end of its line, and across it. */
const halfLength = 3.5;
const thickness = 2.4;

/** Vectors along the line, from level by 22.5 or 26.6 degrees a time: whole numbers, so that the ink is the same everywhere. */
const directions: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [2, 1],
  [1, 1],
  [1, 2],
  [0, 1],
  [-1, 2],
  [-1, 1],
  [-2, 1],
];

export interface StrokePlace {
  readonly row: number;
  readonly column: number;
  readonly direction: number;
}

/** Throws a RangeError for what is no action. */
export function placeOf(action: number): StrokePlace {
  if (!Number.isInteger(action) || action < 0 || action >= actionCount)
    throw new RangeError(`invalid action: ${action} (an integer from 0 to ${actionCount - 1})`);
  const place = Math.floor(action / directionCount);
  return {
    row: Math.floor(place / placesPerSide),
    column: place % placesPerSide,
    direction: action % directionCount,
  };
}

/** The two ends of a stroke's line, in pixels from the canvas' top left corner. */
export function endsOf(action: number): readonly [x0: number, y0: number, x1: number, y1: number] {
  const {row, column, direction} = placeOf(action);
  const [x, y] = [2 * column + 1, 2 * row + 1];
  const [dx, dy] = unit(direction);
  return [x - halfLength * dx, y - halfLength * dy, x + halfLength * dx, y + halfLength * dy];
}

/** The pixels that a stroke touches, with the ink on each. */
export interface StrokeInk {
  readonly pixels: Uint16Array;
  readonly ink: Float32Array;
}

let cache: readonly StrokeInk[] | undefined;

/** The ink of every action, made once. */
export function strokeInks(): readonly StrokeInk[] {
  cache ??= Array.from({length: actionCount}, (_, action) => inkOf(action));
  return cache;
}

function inkOf(action: number): StrokeInk {
  const ends = endsOf(action);
  const touched: [number, number][] = [];
  for (let pixel = 0; pixel < canvasSide * canvasSide; pixel++) {
    const [x, y] = [(pixel % canvasSide) + 0.5, Math.floor(pixel / canvasSide) + 0.5];
    const ink = Math.min(1, thickness / 2 + 0.5 - distanceToLine(x, y, ends));
    if (ink > 0) touched.push([pixel, ink]);
  }
  return {
    pixels: Uint16Array.from(touched, ([pixel]) => pixel),
    ink: Float32Array.from(touched, ([, ink]) => ink),
  };
}

function unit(direction: number): readonly [number, number] {
  const [x, y] = directions[direction]!;
  const length = Math.sqrt(x * x + y * y);
  return [x / length, y / length];
}

function distanceToLine(
  x: number,
  y: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
  const t = Math.max(0, Math.min(1, along));
  const [ex, ey] = [x - x0 - t * dx, y - y0 - t * dy];
  return Math.sqrt(ex * ex + ey * ey);
}
