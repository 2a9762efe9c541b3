/** Codes that a flow makes of noise, and what the decoder draws of them. */
import {type Images, toBytes} from "../../lib/image.js";
import type {LatentFlow} from "../../lib/models/flow/latent-flow.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {samplerNamed} from "../../lib/models/flow/samplers.js";
import {lastOf, type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {codeCount, type latentDiffusion, shownCount} from "./experiment.js";

type Snapshot = ExchangeOf<typeof latentDiffusion>["snapshot"];

export interface Asking {
  readonly sampler: string;
  readonly steps: number;
}

/** The codes that `model` makes of noise `start` [n, L]. */
export function codesFrom(
  model: LatentFlow,
  start: Float32Array,
  asking: Asking,
): Promise<Float32Array> {
  return lastOf(way(model, start, asking, new Random(1)));
}

/** Codes on their way from the noise of `hand`, and their pictures; beside `real` codes [n, L]. */
export async function codeTrail(
  model: LatentFlow,
  real: Float32Array,
  latentSize: number,
  {hand, ...asking}: Asking & {readonly hand: number},
): Promise<Snapshot> {
  const random = new Random(hand);
  const start = random.fork("noise").normals(codeCount * latentSize);
  const trace = await traceOf(way(model, start, asking, random.fork("chance")));
  const shown = (codes: Float32Array) => codes.subarray(0, shownCount * latentSize);
  const drawn = async (part: "x" | "clean") =>
    model.decode(joined(trace.map((step) => shown(step[part]))));
  const onPlane = (part: "x" | "clean", count: number) => ({
    data: joined(trace.map((step) => firstTwo(step[part], latentSize, count))),
    shape: [trace.length, count, 2],
  });
  const noisy = await drawn("x");
  return {
    samples: toBytes(lastPictures(noisy)),
    noisy: toBytes(noisy),
    clean: toBytes(await drawn("clean")),
    real: {
      data: firstTwo(real, latentSize, real.length / latentSize),
      shape: [real.length / latentSize, 2],
    },
    times: {data: Float32Array.from(trace, ({t}) => t), shape: [trace.length]},
    trail: onPlane("x", codeCount),
    expected: onPlane("clean", shownCount),
  };
}

function way(
  model: LatentFlow,
  start: Float32Array,
  {sampler, steps}: Asking,
  random: Random,
): AsyncGenerator<SamplerStep> {
  return samplerNamed(sampler)({
    denoise: (y, t) => model.denoise(y, t),
    kind: "velocity",
    path: straightPath,
    times: timesOf(steps),
    start,
    random,
  });
}

function lastPictures({data, shape: [count, ...rest]}: Images): Images {
  return {
    data: data.subarray(((count - shownCount) * data.length) / count),
    shape: [shownCount, ...rest],
  };
}

/** The first two numbers of each of the first `count` codes [n, width], [count, 2] flat. */
function firstTwo(codes: Float32Array, width: number, count: number): Float32Array {
  return Float32Array.from({length: 2 * count}, (_, i) => codes[(i >> 1) * width + (i % 2)]!);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
