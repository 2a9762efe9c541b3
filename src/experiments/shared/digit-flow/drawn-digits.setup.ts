/** Digits that a flow draws, as asked. */
import type {Images} from "../../../lib/image.js";
import {classCount} from "../../../lib/models/classifier.js";
import type {FlowModel} from "../../../lib/models/flow/flow-model.js";
import {guided} from "../../../lib/models/flow/guidance.js";
import {samplerNamed} from "../../../lib/models/flow/samplers.js";
import {lastOf, type SamplerStep} from "../../../lib/models/flow/sampling.js";
import {timesOf} from "../../../lib/models/flow/times.js";
import {oneHotRows} from "../../../lib/models/one-hot-rows.js";
import type {Random} from "../../../lib/random.js";
import {side} from "./digit-flow.js";

/** A network, or one that rests, as it is asked for pictures. */
export type Drawer = Pick<FlowModel, "denoiser" | "kind" | "path">;

export interface Asking {
  readonly sampler: string;
  readonly steps: number;
  readonly eta: number;
  readonly guidance: number;
}

/** Noise [n, 14, 14, 1], the class that each picture is to be, none where it is missing, and the chance of the steps. */
export interface Beginning {
  readonly start: Float32Array;
  readonly labels: readonly (number | undefined)[];
  readonly chance: Random;
}

/** The pictures of `beginning` at the end, [n, 14, 14, 1]. */
export async function pictures(
  drawer: Drawer,
  beginning: Beginning,
  asking: Asking,
): Promise<Images> {
  return imagesOf(await lastOf(drawnSteps(drawer, beginning, asking)));
}

/** The pictures of `beginning` step by step. */
export function drawnSteps(
  drawer: Drawer,
  {start, labels, chance}: Beginning,
  {sampler, steps: count, eta, guidance}: Asking,
): AsyncGenerator<SamplerStep> {
  const denoise = guided({
    conditional: drawer.denoiser(oneHotRows(labels, classCount)),
    unconditional: drawer.denoiser(),
    weight: guidance,
  });
  const {kind, path} = drawer;
  return samplerNamed(sampler)({
    ...{denoise, kind, path, start, eta},
    times: timesOf(count),
    random: chance,
  });
}

export function imagesOf(data: Float32Array): Images {
  return {data, shape: [data.length / (side * side), side, side, 1]};
}
