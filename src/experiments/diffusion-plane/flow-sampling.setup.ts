/** Points on their way from noise to data, by whatever sampler is set. */
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {samplerNamed} from "../../lib/models/flow/samplers.js";
import {type SamplerStep, traceOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import type {Random} from "../../lib/random.js";
import type {flowParams} from "./flow-params.js";

export type Sampling = SamplingParams<typeof flowParams>;

/** Noise [n, 2] to begin with, and the chance of the samplers that have a part in it. */
export interface Beginning {
  readonly noise: Float32Array;
  readonly random: Random;
}

/** Every stop from noise to data. The same chance each time: what changes is the network. */
export function wayOf(
  flow: FlowModel,
  {noise, random}: Beginning,
  {sampler, samplingSteps, eta}: Sampling,
): Promise<SamplerStep[]> {
  const steps = samplerNamed(sampler)({
    denoise: flow.denoiser(),
    kind: flow.kind,
    path: flow.path,
    times: timesOf(samplingSteps),
    start: noise,
    random: random.fork("noise"),
    eta,
  });
  return traceOf(steps);
}
