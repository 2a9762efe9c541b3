/** Pictures that the changed network draws when it is told what. */
import {type ByteImages, toBytes} from "../../lib/image.js";
import type {AdaptedFlow} from "../../lib/models/flow/adapted-flow.js";
import {guided} from "../../lib/models/flow/guidance.js";
import {samplerNamed} from "../../lib/models/flow/samplers.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {oneHotRows} from "../../lib/models/one-hot-rows.js";
import type {SamplingParams} from "../../lib/param-groups.js";
import {Random} from "../../lib/random.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {imagesOf} from "../shared/digit-flow/drawn-digits.setup.js";
import {classes} from "./sign-batches.setup.js";
import type {signParams} from "./sign-params.js";

export type Asking = SamplingParams<typeof signParams>;

/** Few steps, so that pictures are there at once. */
const sampler = samplerNamed("heun");
const steps = 5;

/** A picture of each of `labels`, from noise that is the same for the same hand. [n, 14, 14, 1] */
export async function taughtPictures(
  model: AdaptedFlow,
  labels: readonly number[],
  {strength, guidance, hand}: Asking,
): Promise<ByteImages> {
  model.drawAt(strength);
  const denoise = guided({
    conditional: model.denoiser(oneHotRows(labels, classes)),
    unconditional: model.denoiser(),
    weight: guidance,
  });
  const start = new Random(hand).fork("noise").normals(labels.length * side * side);
  const {kind, path} = model;
  const drawn = sampler({
    ...{denoise, kind, path, start, eta: 0},
    ...{times: timesOf(steps), random: new Random(1)},
  });
  return toBytes(imagesOf(await lastOf(drawn)));
}
