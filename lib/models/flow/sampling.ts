/**
 * How noise becomes pictures, whatever the sampler: at each time the network is asked once, and what it says moves all points on.
 *
 *     for await (const {t, x, clean} of euler({denoise, kind, path, times: timesOf(20), start: noise, random})) draw(x, clean);
 */
import type {Random} from "../../random.js";
import type {Path} from "./path.js";
import {type Conversion, conversion, convert, type PredictionKind} from "./predictions.js";
import {checkTimes} from "./times.js";

/** What a network says of points `x` [n, ...] at time `t`, as many numbers. It leaves `x` as it is. */
export type Denoise = (x: Float32Array, t: number) => Promise<Float32Array>;

export interface SamplerOptions {
  readonly denoise: Denoise;
  /** Of what `denoise` says. */
  readonly kind: PredictionKind;
  readonly path: Path;
  /** Rising, from 0 or later to 1; one more than there are steps. See `timesOf`. */
  readonly times: readonly number[];
  /** The points at the first time, [n, ...]: noise. It stays the caller's. */
  readonly start: Float32Array;
  /** Draws the noise of `ddpm`, and of `ddim` with an eta above 0. */
  readonly random: Pick<Random, "normals">;
  /** Of `ddim`: the share of DDPM's noise that is added anew in each step, default 0. */
  readonly eta?: number;
}

/** The points at one of the times. The arrays are the receiver's own. */
export interface SamplerStep {
  /** 0 for the start. */
  readonly step: number;
  readonly t: number;
  readonly x: Float32Array;
  /** The pictures as they are expected from there; at last `x` itself. */
  readonly clean: Float32Array;
}

export interface Sampler {
  (options: SamplerOptions): AsyncGenerator<SamplerStep, void, undefined>;
  /** One step of it, for those who do more at each stop: inpaint.ts. */
  readonly move: Move;
}

/** Points at time `t`, and what was said of them. */
export interface Stop {
  readonly x: Float32Array;
  readonly t: number;
  readonly prediction: Float32Array;
}

/** The points at the later time `to`. */
export type Move = (stop: Stop, to: number, options: SamplerOptions) => Promise<Float32Array>;

/** The sampler that goes from time to time by `move`. */
export function samplerOf(move: Move): Sampler {
  const sampler = async function* (options: SamplerOptions): AsyncGenerator<SamplerStep> {
    const {denoise, times, start, path, kind} = options;
    checkTimes(times);
    let x: Float32Array = start.slice();
    for (const [step, t] of times.slice(0, -1).entries()) {
      const prediction = await denoise(x, t);
      const clean = convert(x, prediction, conversion(kind, "clean", path, t));
      yield {step, t, x: x.slice(), clean};
      x = await move({x, t, prediction}, times[step + 1]!, options);
    }
    yield {step: times.length - 1, t: 1, x: x.slice(), clean: x};
  };
  return Object.assign(sampler, {move});
}

/** What `stop` says, as a prediction of the kind `to`. */
export function saidAs(
  to: PredictionKind,
  {x, t, prediction}: Stop,
  {kind, path}: Pick<SamplerOptions, "kind" | "path">,
): Float32Array {
  const change: Conversion = conversion(kind, to, path, t);
  return convert(x, prediction, change);
}

/** All steps, first to last. */
export async function traceOf(steps: AsyncIterable<SamplerStep>): Promise<SamplerStep[]> {
  const trace: SamplerStep[] = [];
  for await (const step of steps) trace.push(step);
  return trace;
}

/** The pictures at the end. */
export async function lastOf(steps: AsyncIterable<SamplerStep>): Promise<Float32Array> {
  let last: Float32Array = new Float32Array(0);
  for await (const {x} of steps) last = x;
  return last;
}
