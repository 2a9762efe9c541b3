/**
 * Samplers that guess the picture x1 and the noise x0, and mix them anew for the next time. From t to a later u, with a and s of the path,
 *
 *     r = a_t / a_u,     w² = s_t² - r² s_u²,     σ² = w² s_u² / s_t²
 *
 *     DDPM   x <- (r s_u² / s_t²) x + (a_u w² / s_t²) x1 + σ z                (Ho et al., 2020, eq. 7: the posterior of x_u, z ~ N(0, 1))
 *     DDIM   x <- a_u x1 + sqrt(s_u² - (η σ)²) x0 + η σ z                     (Song, Meng & Ermon, 2021, eq. 12)
 *
 * DDIM with η = 1 is DDPM; with η = 0 nothing is left to chance, and on a straight path it is Euler's step.
 */
import type {Path} from "./path.js";
import {type SamplerOptions, saidAs, samplerOf} from "./sampling.js";

export const ddpm = samplerOf(async (stop, to, options) => {
  const {path} = options;
  const {t, x} = stop;
  const clean = saidAs("clean", stop, options);
  const {ratio, added, sd} = posterior(path, t, to);
  const [now, next] = [path.noise(t) ** 2, path.noise(to) ** 2];
  const [ofPoint, ofClean] = [(ratio * next) / now, (path.signal(to) * added) / now];
  const mean = x.map((value, i) => ofPoint * value + ofClean * clean[i]!);
  return withNoise(mean, sd, options);
});

export const ddim = samplerOf(async (stop, to, options) => {
  const {path, eta = 0} = options;
  if (!(eta >= 0 && eta <= 1)) throw new RangeError(`invalid eta: ${eta} (a number from 0 to 1)`);
  const [clean, noise] = [saidAs("clean", stop, options), saidAs("noise", stop, options)];
  const sd = eta * posterior(path, stop.t, to).sd;
  const kept = Math.sqrt(Math.max(0, path.noise(to) ** 2 - sd * sd));
  const mean = clean.map((value, i) => path.signal(to) * value + kept * noise[i]!);
  return withNoise(mean, sd, options);
});

/** r, w² and σ from time `t` to `to`. */
function posterior(path: Path, t: number, to: number) {
  const ratio = path.signal(t) / path.signal(to);
  const [now, next] = [path.noise(t) ** 2, path.noise(to) ** 2];
  const added = now - ratio * ratio * next;
  return {ratio, added, sd: Math.sqrt((added * next) / now)};
}

function withNoise(
  mean: Float32Array,
  sd: number,
  {random}: Pick<SamplerOptions, "random">,
): Float32Array {
  if (sd === 0) return mean;
  const z = random.normals(mean.length);
  return mean.map((value, i) => value + sd * z[i]!);
}
