/**
 * Filling in what is missing of a picture, by any sampler (RePaint: Lugmayr et al., 2022, algorithm 1). At each stop what is known is put
 * back, in as much noise as belongs to its time; the rest goes on as the network says of the whole:
 *
 *     x_u = known · (a_u picture + s_u z) + (1 - known) · move(x_t)
 *
 * The network sees only then what it has to fit to, so each step may be taken several times: set back to t by fresh noise (noised.ts), and
 * again to u. With one time parts need not agree; with more of them the rest comes to be as the known part asks.
 */
import {noised, setBack} from "./noised.js";
import {conversion, convert} from "./predictions.js";
import type {Sampler, SamplerOptions, SamplerStep} from "./sampling.js";
import {checkTimes} from "./times.js";

export interface InpaintOptions extends SamplerOptions {
  /** [n, ...]; where it is not known its numbers do not matter. */
  readonly picture: Float32Array;
  /** 1 where the picture is known, 0 where it is to be made: of one picture or of all. */
  readonly known: ArrayLike<number>;
  /** How often each step is taken, default 1. */
  readonly repeats?: number;
}

/** The way from `start` to pictures whose known part is that of `picture`, by `sampler`. Throws a RangeError for what does not fit. */
export async function* inpaint(
  sampler: Sampler,
  options: InpaintOptions,
): AsyncGenerator<SamplerStep, void, undefined> {
  const {denoise, times, start, path, kind, repeats = 1} = options;
  checkTimes(times);
  checkInpainting(options);
  const putBack = restorer(options);
  let x = putBack(start, times[0]!);
  for (const [step, t] of times.slice(0, -1).entries()) {
    const to = times[step + 1]!;
    for (let turn = 1; turn <= repeats; turn++) {
      const prediction = await denoise(x, t);
      if (turn === repeats) {
        const clean = convert(x, prediction, conversion(kind, "clean", path, t));
        yield {step, t, x: x.slice(), clean: putBack(clean, 1)};
      }
      const moved = putBack(await sampler.move({x, t, prediction}, to, options), to);
      x = turn === repeats ? moved : setBack(moved, to, t, options);
    }
  }
  yield {step: times.length - 1, t: 1, x: x.slice(), clean: x};
}

/** Puts what is known into points of a time. */
function restorer({picture, known, path, random}: InpaintOptions) {
  return (x: Float32Array, t: number): Float32Array => {
    const seen = noised(picture, t, {path, random});
    return x.map((value, i) => (known[i % known.length] === 1 ? seen[i]! : value));
  };
}

function checkInpainting({picture, known, start, repeats = 1}: InpaintOptions): void {
  if (picture.length !== start.length)
    throw new RangeError(
      `invalid picture: ${picture.length} values (${start.length}, as the start)`,
    );
  if (known.length === 0 || picture.length % known.length !== 0)
    throw new RangeError(`invalid mask: ${known.length} values (a part of ${picture.length})`);
  const odd = Array.from(known).find((value) => value !== 0 && value !== 1);
  if (odd !== undefined) throw new RangeError(`invalid mask: ${odd} in it (0 or 1)`);
  if (!Number.isInteger(repeats) || repeats < 1)
    throw new RangeError(`invalid repeats: ${repeats} (a whole number, 1 or more)`);
}
