import type {NoisyDigit} from "../figures/recognition/recognition.js";
import {toBytes, toFloats} from "../lib/image.js";
import type {plainClassifier} from "../lib/models/plain-classifier.js";
import {noiseMixture} from "../lib/pipeline/noise-mixture.js";
import {shares} from "./cnn-sees-data.js";

/** Both get the same bytes: `level` of the picture and the rest noise, cut to what a pixel can show. */
export function noisyDigit(
  clean: Float32Array,
  truth: number,
  classify: ReturnType<typeof plainClassifier>,
  noise: Float32Array,
): NoisyDigit {
  const at = (level: number) =>
    toBytes({
      data: noiseMixture(clean, level, noise),
      shape: [1, 28, 28, 1],
    });
  return {
    truth,
    at,
    said(level) {
      const chances = shares(classify(toFloats(at(level)).data).logits.data);
      const probability = Math.max(...chances);
      return {answer: chances.indexOf(probability), probability};
    },
  };
}
