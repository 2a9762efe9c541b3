/**
 * The noise that samples begin with, quieter or louder than that of training:
 *
 *     x0 = temperature z,   z ~ N(0, 1), drawn anew while |z| > truncation
 *
 * With the temperature 1 and no truncation it is the noise of training. A truncated z has less variance, for a truncation of 1 only 0.29
 * (Brock et al., 2019, section 3.1, for GANs).
 */
import type {Random} from "../../random.js";

export interface NoiseShape {
  /** 0 or more. */
  readonly temperature: number;
  /** Above 0; infinite for none. */
  readonly truncation: number;
}

/** `count` numbers. Those that need not be drawn anew are the same for every shape, but for the factor. */
export function startNoise(
  count: number,
  {temperature, truncation}: NoiseShape,
  random: Random,
): Float32Array {
  if (!(temperature >= 0 && Number.isFinite(temperature)))
    throw new RangeError(`invalid temperature: ${temperature} (a number, 0 or more)`);
  if (!(truncation > 0))
    throw new RangeError(`invalid truncation: ${truncation} (a number above 0)`);
  const again = random.fork("again");
  return random.normals(count).map((first) => {
    let z = first;
    while (Math.abs(z) > truncation) z = again.normal();
    return temperature * z;
  });
}
