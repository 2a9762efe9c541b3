import {languages} from "../../lib/datasets/languages.js";
import {paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";

const {seed, learningRate, decaySteps, batchSize, width, maxSteps} = runParams;

export const clipParams = paramTable({
  seed: {
    ...seed,
    help: "Where chance starts. The same seed and the same settings give the same two networks.",
  },
  language: {
    kind: "choice",
    label: "Captions",
    default: "en",
    options: languages,
    group: "training",
    help: "The language of the captions. The pictures stay, and so does everything else.",
  },
  wordDrop: {
    kind: "number",
    label: "Words dropped",
    default: 0.2,
    min: 0,
    max: 0.9,
    step: 0.05,
    group: "training",
    help: "Share of its words that a caption is shown without, others each time. So no single word may carry everything.",
  },
  shift: {
    kind: "number",
    label: "Shift",
    default: 2,
    min: 0,
    max: 6,
    step: 1,
    group: "training",
    help: "Pixels by which a training picture may be moved, at random, whenever it is shown.",
  },
  flips: {
    kind: "switch",
    label: "Mirrored",
    default: true,
    group: "training",
    help: "Whether half of the training pictures are shown mirrored, at random.",
  },
  learningRate: {...learningRate, default: 0.004},
  decaySteps: {...decaySteps, default: 200},
  batchSize: {
    ...batchSize,
    default: 64,
    help: "Pairs in a step. Each picture must find its caption among so many, and each caption its picture.",
  },
  width: {
    ...width,
    label: "Channels",
    default: 16,
    min: 4,
    max: 32,
    step: 4,
    help: "Channels of the first convolution; the next two have twice and three times as many.",
  },
  maxSteps: {...maxSteps, default: 200},
  query: {
    kind: "text",
    label: "Search for",
    default: "brown animal",
    most: 200,
    group: "sampling",
    place: "figure",
    help: "Words, in the language of the captions. Pictures that nothing was learned from are put in order by them.",
  },
});
