/** Every sampler by its name, all of one signature (sampling.ts). */
import {named} from "../../named.js";
import {ddim, ddpm} from "./diffusion-samplers.js";
import {euler, heun} from "./flow-samplers.js";
import type {Sampler} from "./sampling.js";

export const samplers = {euler, heun, ddim, ddpm} as const;

export type SamplerName = keyof typeof samplers;

/** The sampler called `name`. Throws a RangeError that lists the known ones. */
export function samplerNamed(name: string): Sampler {
  return named("sampler", samplers, name);
}
