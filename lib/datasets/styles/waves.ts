import type {Colour} from "./paint.js";

const [navy, pale, blue]: Colour[] = [
  [0.1, 0.2, 0.36],
  [0.94, 0.93, 0.86],
  [0.3, 0.5, 0.66],
];
const bands = [navy, pale, blue, pale];
/** Waves along an edge, and the radius of one in distances of waves. */
const [across, radius] = [5, 0.72];
const rows = Array.from({length: 13}, (_, i) => 12 - i);

/** Rows of round waves in bands; the nearer row covers the one behind. */
export function waves(x: number, y: number): Colour {
  for (const row of rows) {
    const u = x * across + (row % 2) / 2;
    const [dx, dy] = [u - Math.floor(u) - 0.5, (y - row / 9 - 0.08) * across];
    const inside = 1 - Math.sqrt(dx * dx + dy * dy) / radius;
    if (inside > 0 && dy < 0.55) return bands[Math.floor(inside * 8) % bands.length]!;
  }
  return navy!;
}
