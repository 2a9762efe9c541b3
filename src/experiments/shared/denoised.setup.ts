/** What a sampler went through, as pictures. */
import type {ByteImages, ImageShape} from "../../lib/image.js";
import {toBytes} from "../../lib/image.js";
import type {SamplerStep} from "../../lib/models/flow/sampling.js";

/** Pictures at the end [n, h, w, c], and all steps of them, [(steps + 1) · n, h, w, c]: as they are, and as they are expected to end. */
export interface Denoised {
  readonly samples: ByteImages;
  readonly noisy: ByteImages;
  readonly clean: ByteImages;
}

/** Of `trace`, whose pictures are [h, w, c]. */
export function denoised(trace: readonly SamplerStep[], shape: Picture): Denoised {
  const all = (part: "x" | "clean") => pictures(joined(trace.map((step) => step[part])), shape);
  return {samples: pictures(trace.at(-1)!.x, shape), noisy: all("x"), clean: all("clean")};
}

type Picture = readonly [h: number, w: number, c: number];

function pictures(data: Float32Array, [h, w, c]: Picture): ByteImages {
  const shape: ImageShape = [data.length / (h * w * c), h, w, c];
  return toBytes({data, shape});
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
