/** Points of a path made from pictures, or from points farther on. Pictures and points are [n, ...] flat. */
import type {Random} from "../../random.js";
import type {Path} from "./path.js";

interface Chance {
  readonly path: Path;
  readonly random: Pick<Random, "normals">;
}

/** `picture` in fresh noise, as it is at time `t`: a picture + s x0. */
export function noised(picture: Float32Array, t: number, {path, random}: Chance): Float32Array {
  const [a, s] = [path.signal(t), path.noise(t)];
  if (s === 0) return picture.slice();
  const noise = random.normals(picture.length);
  return picture.map((value, i) => a * value + s * noise[i]!);
}

/**
 * Points `x` of time `from`, set back to the earlier time `to` by fresh noise: with the same picture behind them they are as they might
 * have been then (Lugmayr et al., 2022, eq. 1),
 *
 *     x_to = r x + sqrt(s_to² - r² s_from²) z,   r = a_to / a_from
 */
export function setBack(
  x: Float32Array,
  from: number,
  to: number,
  {path, random}: Chance,
): Float32Array {
  const ratio = path.signal(to) / path.signal(from);
  const spread = Math.sqrt(path.noise(to) ** 2 - (ratio * path.noise(from)) ** 2);
  const noise = random.normals(x.length);
  return x.map((value, i) => ratio * value + spread * noise[i]!);
}
