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
import {type Sampler, type SamplerOptions, saidAs, samplerOf} from "./sampling.js";

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

/** Guesses of pictures and noises, and what they are to be mixed with for the next time. */
export interface Mixing {
  readonly clean: Float32Array;
  readonly noise: Float32Array;
  /** a_u and s_u. */
  readonly signal: number;
  readonly strength: number;
  /** η σ, and z; with a spread of 0 no chance is drawn, and z is 0. */
  readonly spread: number;
  readonly fresh: Float32Array;
}

/** The points at the next time. */
export type Mix = (mixing: Mixing) => Float32Array | Promise<Float32Array>;

const mixed: Mix = ({clean, noise, signal, strength, spread, fresh}) => {
  const kept = Math.sqrt(Math.max(0, strength ** 2 - spread * spread));
  const mean = clean.map((value, i) => signal * value + kept * noise[i]!);
  return spread === 0 ? mean : mean.map((value, i) => value + spread * fresh[i]!);
};

/** DDIM with another mixture in the place of its own. */
export function ddimBy(mix: Mix): Sampler {
  return samplerOf(async (stop, to, options) => {
    const {path, eta = 0, random} = options;
    if (!(eta >= 0 && eta <= 1)) throw new RangeError(`invalid eta: ${eta} (a number from 0 to 1)`);
    const [clean, noise] = [saidAs("clean", stop, options), saidAs("noise", stop, options)];
    const spread = eta * posterior(path, stop.t, to).sd;
    const fresh = spread === 0 ? new Float32Array(clean.length) : random.normals(clean.length);
    const strengths = {signal: path.signal(to), strength: path.noise(to)};
    return mix({clean, noise, ...strengths, spread, fresh});
  });
}

export const ddim = ddimBy(mixed);

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
