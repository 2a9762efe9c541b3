/**
 * What a network learns from: a point of the path between a picture x1 [B, ...] and noise x0 [B, ...] at time t [B], and what it is to
 * say of it (predictions.ts):
 *
 *     x_t = a(t) x1 + s(t) x0,      target = a'(t) x1 + s'(t) x0,  x0,  or  x1
 *
 * The mean of all targets at one x_t is what least squares finds: with the velocity that is flow matching (Lipman et al., 2023, eq. 14).
 */
import * as tf from "../../tf.js";
import type {Path} from "./path.js";
import type {PredictionKind} from "./predictions.js";

export interface Ends {
  readonly x1: tf.Tensor;
  readonly x0: tf.Tensor;
}

export interface TrainingPair {
  readonly x: tf.Tensor;
  readonly target: tf.Tensor;
}

/** The pair at each row's own time. To be called within a `tf.tidy`. */
export function trainingPair(
  ends: Ends,
  times: readonly number[],
  path: Path,
  kind: PredictionKind,
): TrainingPair {
  const x = mixture(ends, times, path.signal.bind(path), path.noise.bind(path));
  return {x, target: targetOf(ends, times, path, kind)};
}

function targetOf(
  ends: Ends,
  times: readonly number[],
  path: Path,
  kind: PredictionKind,
): tf.Tensor {
  switch (kind) {
    case "clean":
      return ends.x1;
    case "noise":
      return ends.x0;
    case "velocity":
      return mixture(ends, times, path.signalSlope.bind(path), path.noiseSlope.bind(path));
  }
}

function mixture(
  {x1, x0}: Ends,
  times: readonly number[],
  signal: (t: number) => number,
  noise: (t: number) => number,
): tf.Tensor {
  const column = (of: (t: number) => number) =>
    tf.tensor(times.map(of), [times.length, ...x1.shape.slice(1).map(() => 1)]);
  return tf.add(tf.mul(x1, column(signal)), tf.mul(x0, column(noise)));
}
