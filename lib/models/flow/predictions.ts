/**
 * What a network may be asked for at a point x = a x1 + s x0 of a path (path.ts), and how each answer becomes another:
 *
 *     clean      x1, the picture            (Salimans & Ho, 2022, section 4)
 *     noise      x0                         (Ho et al., 2020, eq. 14)
 *     velocity   dx/dt = a' x1 + s' x0      (Lipman et al., 2023, eq. 9)
 *
 * Each is linear in any other and in x, so that a network that knows one of them knows all:
 *
 *     x0 = (x - a x1) / s,     x1 = (x - s x0) / a,     x1 = (s' x - s v) / D,     x0 = (a v - a' x) / D,     D = a s' - a' s
 *
 * At t = 0, where a is 0, x is noise and says nothing of the picture; at t = 1, where s is 0, x is the picture and says nothing of the
 * noise. What cannot be known there is taken to be 0, the mean of the noise and the middle of the pictures' range.
 */
import {named} from "../../named.js";
import type {Path} from "./path.js";

export type PredictionKind = "velocity" | "noise" | "clean";

/** What is wanted, as a sum: `x` times the point plus `prediction` times the prediction. */
export interface Conversion {
  readonly x: number;
  readonly prediction: number;
}

/** The prediction itself, and nothing. */
const itself: Conversion = {x: 0, prediction: 1};
const nothing: Conversion = {x: 0, prediction: 0};

/** How a prediction of the kind `from` at time `t` becomes one of the kind `to`. Throws a RangeError for the velocity at the end of a path
 * whose noise falls infinitely fast there, and for an unknown kind. */
export function conversion(
  from: PredictionKind,
  to: PredictionKind,
  path: Path,
  t: number,
): Conversion {
  if (from === to) return itself;
  const {clean, noise} = named("prediction", endsOf, from)(path, t);
  switch (to) {
    case "clean":
      return clean;
    case "noise":
      return noise;
    case "velocity":
      return sum(clean, path.signalSlope(t), noise, finite(path.noiseSlope(t), t));
  }
}

/** `prediction` of a point `x` at time `t`, as one of another kind; a new array. */
export function convert(
  x: Float32Array,
  prediction: Float32Array,
  {x: ofPoint, prediction: ofPrediction}: Conversion,
): Float32Array {
  return x.map((value, i) => ofPoint * value + ofPrediction * prediction[i]!);
}

interface Ends {
  readonly clean: Conversion;
  readonly noise: Conversion;
}

/** Both ends of the path as each kind tells them. */
const endsOf: Readonly<Record<PredictionKind, (path: Path, t: number) => Ends>> = {
  clean(path, t) {
    const [a, s] = [path.signal(t), path.noise(t)];
    return {clean: itself, noise: s === 0 ? nothing : {x: 1 / s, prediction: -a / s}};
  },
  noise(path, t) {
    const [a, s] = [path.signal(t), path.noise(t)];
    return {clean: a === 0 ? nothing : {x: 1 / a, prediction: -s / a}, noise: itself};
  },
  velocity(path, t) {
    const [a, s, aSlope, sSlope] = [
      path.signal(t),
      path.noise(t),
      path.signalSlope(t),
      path.noiseSlope(t),
    ];
    if (s === 0) return {clean: {x: 1 / a, prediction: 0}, noise: velocityNoise(aSlope, sSlope, a)};
    const d = a * sSlope - aSlope * s;
    return {
      clean: {x: sSlope / d, prediction: -s / d},
      noise: {x: -aSlope / d, prediction: a / d},
    };
  },
};

/** At the picture, where D = a s'. */
function velocityNoise(aSlope: number, sSlope: number, a: number): Conversion {
  return Number.isFinite(sSlope) ? {x: -aSlope / (a * sSlope), prediction: 1 / sSlope} : nothing;
}

function sum(a: Conversion, ofA: number, b: Conversion, ofB: number): Conversion {
  return {x: ofA * a.x + ofB * b.x, prediction: ofA * a.prediction + ofB * b.prediction};
}

function finite(slope: number, t: number): number {
  if (!Number.isFinite(slope))
    throw new RangeError(`invalid time: ${t} (below 1: the noise falls infinitely fast there)`);
  return slope;
}
