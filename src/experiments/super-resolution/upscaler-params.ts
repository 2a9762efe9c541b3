import {paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";

/** Emoji and photographs of the figure that are looked at, one after the other. */
export const shownEmoji = 12;
export const photographNames = ["a cat", "a cup of coffee", "a wall"] as const;
export const shownCount = shownEmoji + photographNames.length;

const usualSteps = 900;

export const upscalerParams = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: the first weights, and the order of the pictures.",
  },
  factor: {
    kind: "choice",
    label: "Enlarged by",
    default: "2",
    options: {"2": "2: a pixel becomes four", "4": "4: a pixel becomes sixteen"},
    group: "training",
    help: "The pictures are made so many times smaller, and the network brings them back to their size.",
  },
  residual: {
    kind: "switch",
    label: "Bicubic is added",
    default: true,
    group: "training",
    help: "The network says only what bicubic lacks. Without it, it has to say the whole picture.",
  },
  width: {
    ...runParams.width,
    default: 32,
    min: 8,
    max: 64,
    step: 8,
    help: "Channels of each hidden convolution. Wider is slower and can know more shapes.",
  },
  layers: {
    kind: "number",
    label: "Convolutions",
    default: 3,
    min: 1,
    max: 6,
    step: 1,
    group: "training",
    help: "Hidden ones, of 3 by 3. Each lets a place see one small pixel further.",
  },
  loss: {
    kind: "choice",
    label: "Loss",
    default: "squared",
    options: {squared: "squared difference", absolute: "absolute difference"},
    group: "training",
    help: "What is made as small as can be. PSNR counts squared differences.",
  },
  learningRate: {...runParams.learningRate, default: 0.003},
  decaySteps: {...runParams.decaySteps, default: usualSteps},
  batchSize: {...runParams.batchSize, default: 16},
  maxSteps: {...runParams.maxSteps, default: usualSteps, max: 6000},
  picture: {
    kind: "number",
    label: "Picture",
    default: 1,
    min: 1,
    max: shownCount,
    step: 1,
    group: "view",
    place: "figure",
    help: "Which picture is compared: twelve emoji that were never learned from, then three photographs.",
  },
  against: {
    kind: "choice",
    label: "Left of the line",
    default: "bicubic",
    options: {nearest: "nearest", bicubic: "bicubic", truth: "the truth"},
    group: "view",
    place: "figure",
    help: "What the network’s picture is compared with.",
  },
});
