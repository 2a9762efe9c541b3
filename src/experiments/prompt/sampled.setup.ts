/** Pictures that a flow draws of words. */
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import {euler} from "../../lib/models/flow/flow-samplers.js";
import {guided} from "../../lib/models/flow/guidance.js";
import type {SamplerStep} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {conditionOf, repeated} from "../../lib/prompts/condition.js";
import type {Prompt} from "../../lib/prompts/parse-prompt.js";
import {Random} from "../../lib/random.js";
import {sheetCount} from "./experiment.js";
import {side} from "./prompt-pictures.setup.js";

export interface Asking {
  readonly guidance: number;
  readonly steps: number;
}

/** What pictures come from: noise [n, 16, 16, 3], and the condition of each [n, K], that they are drawn towards and away from. */
export interface Beginning {
  readonly start: Float32Array;
  readonly wanted: Float32Array;
  /** Zeros where nothing is unwanted: what is drawn untold. */
  readonly unwanted: Float32Array;
}

/** From the noise to the pictures. Euler leaves nothing to chance but the noise. */
export function drawing(
  model: FlowModel,
  {start, wanted, unwanted}: Beginning,
  {guidance, steps}: Asking,
): AsyncGenerator<SamplerStep> {
  const {kind, path} = model;
  const denoise = guided({
    conditional: model.denoiser(wanted),
    unconditional: model.denoiser(unwanted),
    weight: guidance,
  });
  return euler({denoise, kind, path, start, times: timesOf(steps), random: new Random(1)});
}

/** The sheet of `prompt`: the same noise for the same `hand`, whatever is asked for. */
export function sheetBeginning(
  {wanted, unwanted}: Pick<Prompt, "wanted" | "unwanted">,
  hand: number,
  width: number,
): Beginning {
  return {
    start: noise(new Random(hand), sheetCount),
    wanted: repeated(conditionOf(wanted, width), sheetCount),
    unwanted: repeated(conditionOf(unwanted, width), sheetCount),
  };
}

/** For `count` pictures. */
export function noise(random: Random, count: number): Float32Array {
  return random.fork("noise").normals(count * side * side * 3);
}
