/** Points on their way from noise to data, by whatever sampler is set. */

import {ddimBy, type Mix} from "../../lib/models/flow/diffusion-samplers.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {guided} from "../../lib/models/flow/guidance.js";
import {samplerNamed} from "../../lib/models/flow/samplers.js";
import {type Denoise, type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {oneHotRows} from "../../lib/models/one-hot-rows.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import type {Random} from "../../lib/random.js";
import type {flowParams} from "./flow-params.js";

export type Sampling = SamplingParams<typeof flowParams>;
/** How points go, whatever is asked for. */
export type Going = Omit<Sampling, "asked">;

/** Noise [n, 2] to begin with, the class that each point is to be of, if any, and the chance of the samplers that have a part in it. */
export interface Beginning {
  readonly noise: Float32Array;
  readonly labels?: readonly number[] | undefined;
  readonly random: Random;
  /** A step in the place of the sampler's: the reader's. */
  readonly mix?: Mix | undefined;
}

/** Every stop from noise to data. The same chance each time: what changes is the network. */
export function wayOf(
  flow: FlowModel,
  {noise, labels, random, mix}: Beginning,
  {sampler, samplingSteps, eta, guidance}: Going,
): Promise<SamplerStep[]> {
  const steps = (mix ? ddimBy(mix) : samplerNamed(sampler))({
    denoise: asking(flow, labels, guidance),
    kind: flow.kind,
    path: flow.path,
    times: timesOf(samplingSteps),
    start: noise,
    random: random.fork("noise"),
    eta,
  });
  return traceOf(steps);
}

/** The network, asked for a class of each point and guided there; untold where there are none, or it was never told any. */
export function asking(
  flow: FlowModel,
  labels: readonly number[] | undefined,
  weight: number,
): Denoise {
  if (!labels || flow.conditionSize === 0) return flow.denoiser();
  const conditional = flow.denoiser(oneHotRows(labels, flow.conditionSize));
  return guided({conditional, unconditional: flow.denoiser(), weight});
}

/** The class asked for, of each of `count` points; undefined where none is. */
export function labelsAsked(
  flow: FlowModel,
  {asked}: Sampling,
  count: number,
): readonly number[] | undefined {
  if (flow.conditionSize === 0 || asked === "nothing") return undefined;
  return new Array<number>(count).fill(Number(asked) - 1);
}
