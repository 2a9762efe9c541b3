/**
 * Digits of 14 by 14 out of noise, by a small U-Net that is told which digit, in plain arithmetic, for a page that fetches no engine.
 * data/train-first-picture.ts makes its weights.
 */
import type {NamedArrays} from "../../array.js";
import {Random} from "../../random.js";
import {euler} from "./flow-samplers.js";
import {guided} from "./guidance.js";
import {straightPath} from "./path.js";
import {plainUNet} from "./plain-unet.js";
import type {Denoise, SamplerStep} from "./sampling.js";
import {timesOf} from "./times.js";

export const toldDigits = {
  ...{side: 14, classes: 10, steps: 20},
  /** The network's form: see unet.ts. */
  form: {groupWidth: 1, told: "after norm"},
  /** With 1, one digit in five is hard to read. */
  guidance: 2,
} as const;

/** From `start` [n · 196] to what a network makes of it that is told one thing, or nothing. */
export function digitsTold(
  {told, untold}: {readonly told: Denoise; readonly untold: Denoise},
  start: Float32Array,
): AsyncGenerator<SamplerStep> {
  const denoise = guided({conditional: told, unconditional: untold, weight: toldDigits.guidance});
  const times = timesOf(toldDigits.steps);
  // Euler draws nothing.
  return euler({
    denoise,
    kind: "velocity",
    path: straightPath,
    start,
    times,
    random: new Random(1),
  });
}

/** The way from noise to a digit from 0 to 9, by the network with these weights. */
export function toldDigitWay(weights: NamedArrays) {
  const asked = (condition: Float32Array) => plainUNet(weights, {...toldDigits.form, condition});
  const untold = asked(new Float32Array(toldDigits.classes));
  return (digit: number, start: Float32Array) => {
    const condition = new Float32Array(toldDigits.classes);
    condition[digit] = 1;
    return digitsTold({told: asked(condition), untold}, start);
  };
}
