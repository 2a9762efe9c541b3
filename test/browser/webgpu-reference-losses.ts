/** The first losses of a reference step, which runs in a page on WebGPU and under Node on wasm. */
import {type Optimiser, steps} from "../../bench/steps.js";

export type Reference = "cnn reference" | "gan reference";

/** Of four steps at a batch size of 2, which a GPU in software can take. */
export async function losses(name: Reference, optimiser: Optimiser): Promise<number[]> {
  const step = steps[name]!(2, optimiser);
  const all: number[] = [];
  for (let i = 0; i < 4; i++) all.push(...(await step()));
  return all;
}
