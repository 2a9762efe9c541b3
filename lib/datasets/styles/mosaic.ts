import {Random} from "../../random.js";
import type {Colour, Paint} from "./paint.js";

const seed = 5;
/** Stones along an edge, and how wide joints are, in stones. */
const [across, joint] = [12, 0.14];
const dark: Colour = [0.12, 0.09, 0.1];
const palette: readonly Colour[] = [
  [0.76, 0.3, 0.16],
  [0.9, 0.64, 0.26],
  [0.93, 0.84, 0.62],
  [0.2, 0.42, 0.38],
  [0.14, 0.26, 0.4],
  [0.56, 0.16, 0.2],
];
const around = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => [column, row] as const));

/** Stones with dark joints: a place belongs to the nearest of jittered points, and to a joint where two are nearly as near. */
export function mosaic(): Paint {
  const random = new Random(seed);
  const stones = Array.from({length: across * across}, () => ({
    x: random.uniform(0.15, 0.85),
    y: random.uniform(0.15, 0.85),
    colour: palette[random.integer(palette.length)]!,
  }));
  const stoneAt = (i: number, j: number) =>
    stones[((j + across) % across) * across + ((i + across) % across)]!;
  return (x, y) => {
    const [u, v] = [x * across, y * across];
    let [first, second, colour] = [9, 9, dark];
    for (const [column, row] of around) {
      const [i, j] = [Math.floor(u) + column, Math.floor(v) + row];
      const stone = stoneAt(i, j);
      const [dx, dy] = [u - i - stone.x, v - j - stone.y];
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance < first) [first, second, colour] = [distance, first, stone.colour];
      else if (distance < second) second = distance;
    }
    return second - first < joint ? dark : colour;
  };
}
