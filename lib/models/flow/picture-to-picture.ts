/**
 * A picture drawn anew, from itself in noise instead of from noise alone (SDEdit: Meng et al., 2022, section 3):
 *
 *     x_t = a(t) picture + s(t) x0,   t = 1 - strength,   and from there on as any sampler does
 *
 * What the noise hides is drawn anew, what it leaves is kept. A strength of 0 gives the picture back as it is; with 1 it is forgotten.
 */
import type {Random} from "../../random.js";
import {noised} from "./noised.js";
import type {Sampler, SamplerOptions, SamplerStep} from "./sampling.js";
import {type Spacing, timesOf} from "./times.js";

export interface RedrawOptions extends Omit<SamplerOptions, "start" | "times"> {
  /** [n, ...] */
  readonly picture: Float32Array;
  /** 0 to 1. */
  readonly strength: number;
  /** Steps of the whole way from noise; of these the share `strength` is taken, at least one. */
  readonly steps: number;
  readonly spacing?: Spacing;
  readonly random: Pick<Random, "normals">;
}

/** The way of `picture` out of the noise that it is put in, by `sampler`. Throws a RangeError for a strength beyond its range. */
export async function* redraw(
  sampler: Sampler,
  {picture, strength, steps, spacing, ...options}: RedrawOptions,
): AsyncGenerator<SamplerStep, void, undefined> {
  if (!(strength >= 0 && strength <= 1))
    throw new RangeError(`invalid strength: ${strength} (a number from 0 to 1)`);
  if (strength === 0) {
    yield {step: 0, t: 1, x: picture.slice(), clean: picture.slice()};
    return;
  }
  const times = timesOf(Math.max(1, Math.round(strength * steps)), spacing, 1 - strength);
  const start =
    strength === 1
      ? options.random.normals(picture.length)
      : noised(picture, 1 - strength, options);
  yield* sampler({...options, times, start});
}
