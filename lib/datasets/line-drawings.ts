/** Simple things drawn with lines, for an agent that has only ever practised on digits: [28 · 28] each, 0 black to 1 white. */

type Point = readonly [x: number, y: number];

/** Points from x, y, x, y … */
function line(...numbers: readonly number[]): Point[] {
  return Array.from({length: numbers.length / 2}, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
}

const side = 28;
const thickness = 2.4;

/** By name: lines through points of the picture, in pixels. */
const drawings = {
  house: [line(7, 23, 7, 13, 15, 5, 23, 13, 23, 23, 7, 23)],
  triangle: [line(15, 5, 23, 21, 7, 21, 15, 5)],
  cross: [line(15, 5, 15, 23), line(5, 13, 23, 13)],
  arrow: [line(5, 13, 23, 13, 15, 5), line(23, 13, 15, 21)],
  wave: [line(3, 17, 9, 9, 15, 17, 21, 9, 25, 15)],
  square: [line(7, 7, 21, 7, 21, 21, 7, 21, 7, 7)],
} as const satisfies Readonly<Record<string, readonly (readonly Point[])[]>>;

export type LineDrawing = keyof typeof drawings;

export const lineDrawings = Object.keys(drawings) as LineDrawing[];

/** The picture called `name`. */
export function lineDrawing(name: LineDrawing): Float32Array {
  const segments = drawings[name].flatMap((line) =>
    line.slice(1).map((end, i) => [line[i]!, end] as const),
  );
  return Float32Array.from({length: side * side}, (_, pixel) => {
    const place: Point = [(pixel % side) + 0.5, Math.floor(pixel / side) + 0.5];
    const nearest = Math.min(...segments.map(([from, to]) => distanceToLine(place, from, to)));
    return Math.max(0, Math.min(1, thickness / 2 + 0.5 - nearest));
  });
}

function distanceToLine([x, y]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
  const t = Math.max(0, Math.min(1, along));
  const [ex, ey] = [x - x0 - t * dx, y - y0 - t * dy];
  return Math.sqrt(ex * ex + ey * ey);
}
