import {Random} from "../../random.js";
import type {Canvas, Colour} from "./paint.js";

interface Stroke {
  readonly x: number;
  readonly y: number;
  /** Along it, of length 1. */
  readonly u: number;
  readonly v: number;
  readonly colour: Colour;
}

const seed = 5;
const palette: readonly Colour[] = [
  [0.06, 0.12, 0.38],
  [0.12, 0.28, 0.62],
  [0.3, 0.52, 0.78],
  [0.62, 0.78, 0.86],
  [0.96, 0.86, 0.36],
  [0.98, 0.72, 0.12],
];
/** Middles, and which way round. */
const eddies = [
  [0.3, 0.35, 1],
  [0.75, 0.6, -1],
  [0.2, 0.9, 1],
  [0.85, 0.1, 1],
] as const;
/** Strokes along an edge, each place twice; half the length and half the width of one. */
const [across, long, wide] = [26, 0.045, 0.011];

/** Short strokes along eddies, yellow at their middles and blue between, each over those before it. [size, size, 3] */
export function strokes(size: number): Canvas {
  const canvas = new Float64Array(size * size * 3);
  for (let at = 0; at < canvas.length; at++) canvas[at] = palette[0]![at % 3]!;
  for (const stroke of laid(new Random(seed))) draw(canvas, size, stroke);
  return canvas;
}

function laid(random: Random): readonly Stroke[] {
  const count = 2 * across * across;
  return random.shuffle(
    Array.from({length: count}, (_, i) => {
      const x = ((i % across) + random.uniform()) / across;
      const y = ((Math.floor(i / across) % across) + random.uniform()) / across;
      return {x, y, ...flowAt(x, y), colour: colourAt(x, y, random)};
    }),
  );
}

function flowAt(x: number, y: number) {
  let [u, v] = [0.4, 0.1];
  for (const [cx, cy, turn] of eddies) {
    const [dx, dy] = [x - cx, y - cy];
    const near = turn / (dx * dx + dy * dy + 0.02);
    u -= near * dy;
    v += near * dx;
  }
  const length = Math.sqrt(u * u + v * v);
  return {u: u / length, v: v / length};
}

function colourAt(x: number, y: number, random: Random): Colour {
  const nearest = Math.min(
    ...eddies.map(([cx, cy]) => Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy))),
  );
  const light = Math.max(0, 1 - nearest / 0.22);
  const [warm, cool] = [4 + random.integer(2), Math.floor(random.uniform(0, 2.6) + 2 * light)];
  const [r, g, b] = palette[light > 0.55 ? warm : Math.min(3, cool)]!;
  const shade = random.uniform(0.85, 1.1);
  return [r * shade, g * shade, b * shade];
}

/** With round ends, and darker towards its sides. */
function draw(canvas: Canvas, size: number, {x, y, u, v, colour}: Stroke): void {
  const reach = long + wide;
  const pixels = (middle: number) =>
    [middle - reach, middle + reach].map((each) =>
      Math.max(0, Math.min(size, Math.round(each * size))),
    ) as [number, number];
  const [[left, right], [top, bottom]] = [pixels(x), pixels(y)];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) {
      const [dx, dy] = [(column + 0.5) / size - x, (row + 0.5) / size - y];
      const over = Math.max(0, Math.abs(dx * u + dy * v) - long);
      const beside = Math.abs(dy * u - dx * v);
      if (over * over + beside * beside >= wide * wide) continue;
      const ridge = 1 - (0.25 * beside) / wide;
      for (let k = 0; k < 3; k++)
        canvas[3 * (row * size + column) + k] = Math.min(1, colour[k]! * ridge);
    }
}
