/**
 * A step of a sampler that a reader wrote: it mixes a guess of the picture and one of the noise for the next time, and may exchange a part of the
 * noise for fresh noise (diffusion-samplers.ts). All points go through at once, as one list of numbers.
 */
import type {Mix} from "../models/flow/diffusion-samplers.js";
import type {ReaderFunction} from "./reader-function.js";
import {finiteNumbers} from "./returned-numbers.js";

/** The mixture of `fn`, which takes picture, noise, the next signal and noise strength, the spread of fresh noise, and fresh noise. */
export function drivenMix(fn: ReaderFunction): Mix {
  return async ({clean, noise, signal, strength, spread, fresh}) => {
    const lists = [clean, noise].map((list) => Array.from(list));
    const [value] = await fn.call([[...lists, signal, strength, spread, Array.from(fresh)]]);
    const given = `pictures and noises of ${clean.length} numbers`;
    return Float32Array.from(finiteNumbers(fn.part, value, clean.length, given));
  };
}
