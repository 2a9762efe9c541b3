/**
 * Pictures of one soft round disc on black, [count, 16, 16, 1] in [-1, 1]: place, radius and brightness by chance. Smooth shapes have
 * next to no fine pattern of their own, so that any pattern in generated ones is the generator's. Exact operations only.
 */
import type {Random} from "../random.js";

export const discSide = 16;
const softness = 2;

/** `count` pictures, each of its own disc. */
export function softDiscs(random: Random, count: number): Float32Array {
  const pictures = new Float32Array(count * discSide * discSide);
  for (let i = 0; i < count; i++) pictures.set(softDisc(random), i * discSide * discSide);
  return pictures;
}

function softDisc(random: Random): Float32Array {
  const [x, y] = [random.uniform(5, 10), random.uniform(5, 10)];
  const radius = random.uniform(3, 5);
  const brightness = random.uniform(0.6, 1);
  return Float32Array.from({length: discSide * discSide}, (_, i) => {
    const [dx, dy] = [(i % discSide) - x, Math.floor(i / discSide) - y];
    const inside = (radius + softness - Math.sqrt(dx * dx + dy * dy)) / (2 * softness);
    return -1 + 2 * brightness * smoothStep(inside);
  });
}

/** From 0 to 1 without a corner (Hermite's cubic); 0 before and 1 after. */
function smoothStep(t: number): number {
  const held = Math.max(0, Math.min(1, t));
  return held * held * (3 - 2 * held);
}
