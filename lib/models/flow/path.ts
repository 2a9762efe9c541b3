/**
 * The ways from noise to a picture. With x1 a picture and x0 ~ N(0, 1), at time t from 0 (noise) to 1 (picture)
 *
 *     x_t = a(t) x1 + s(t) x0,        dx_t/dt = a'(t) x1 + s'(t) x0
 *
 * where a is the signal and s the noise:
 *
 *     straight   a = t                                   s = 1 - t            Liu et al., 2023; Lipman et al., 2023, section 4.1
 *     cosine     a = sin(pi t / 2)                       s = cos(pi t / 2)    Nichol & Dhariwal, 2021, section 3.2, without offset
 *     ddpm       a = exp(-4.975 (1-t)² - 0.05 (1-t))     s = sqrt(1 - a²)     Ho et al., 2020, section 4
 *
 * `cosine` and `ddpm` keep the variance: a² + s² = 1. The betas of `ddpm` rise in a line from 0.0001 to 0.02 in 1,000 steps, here in
 * the limit of many (Song et al., 2021, eq. 33). Its time there runs the other way, from picture to noise, and its noise is not quite
 * pure: a(0) = 0.0066 (Lin et al., 2024).
 *
 * All of it from exact operations: the same bits in every engine.
 */
import {exponential, quarterCosine, quarterSine} from "../../exact-functions.js";
import {named} from "../../named.js";

export interface Path {
  /** a(t), rising to 1. */
  signal(t: number): number;
  /** s(t), falling from 1, or nearly 1, to 0. */
  noise(t: number): number;
  /** a'(t). */
  signalSlope(t: number): number;
  /** s'(t); on `ddpm` minus infinity at t = 1. */
  noiseSlope(t: number): number;
}

export const straightPath: Path = {
  signal: (t) => t,
  noise: (t) => 1 - t,
  signalSlope: () => 1,
  noiseSlope: () => -1,
};

export const cosinePath: Path = {
  signal: quarterSine,
  noise: quarterCosine,
  signalSlope: (t) => (Math.PI / 2) * quarterCosine(t),
  noiseSlope: (t) => -(Math.PI / 2) * quarterSine(t),
};

/** 1,000 times the first beta, and how much more the last one is. */
const [firstBeta, rise] = [0.1, 19.9];

export const ddpmPath: Path = {
  signal: (t) => exponential((-rise / 4) * (1 - t) * (1 - t) - (firstBeta / 2) * (1 - t)),
  noise(t) {
    const a = this.signal(t);
    return Math.sqrt(1 - a * a);
  },
  signalSlope(t) {
    return this.signal(t) * ((rise / 2) * (1 - t) + firstBeta / 2);
  },
  noiseSlope(t) {
    return (-this.signal(t) * this.signalSlope(t)) / this.noise(t);
  },
};

export const paths = {straight: straightPath, cosine: cosinePath, ddpm: ddpmPath} as const;

export type PathName = keyof typeof paths;

/** The path called `name`. Throws a RangeError that lists the known ones. */
export function pathNamed(name: string): Path {
  return named("path", paths, name);
}

/** Signal to noise, a² / s²: 0 where there is noise only, infinite at the picture. */
export function snr(path: Path, t: number): number {
  const ratio = path.signal(t) / path.noise(t);
  return ratio * ratio;
}
