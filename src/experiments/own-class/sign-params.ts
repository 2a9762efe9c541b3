import {paramTable} from "../../lib/params.js";
import {hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

/** Drawings that a sign is learned from at most, and at least. */
export const mostDrawings = 20;
export const leastDrawings = 5;
/** Drawings have this many pixels along an edge; pictures half as many. */
export const drawnSide = 28;

const usualSteps = 600;

export const signParams = paramTable({
  seed: runParams.seed,
  sign: {
    kind: "choice",
    label: "Sign",
    default: "heart",
    group: "training",
    options: {
      heart: "a heart",
      triangle: "a triangle",
      star: "a star",
      arrow: "an arrow",
      house: "a house",
      own: "your drawings",
    },
    takesOwn: {words: "learn them as a new sign", labels: "one"},
    help: "What is new to the network. The first five are drawn here by an unsteady hand; “your drawings” are those that you have kept on the pad. A set of your own pictures of one kind will do, too.",
  },
  drawings: {
    kind: "number",
    label: "Drawings",
    default: mostDrawings,
    min: leastDrawings,
    max: mostDrawings,
    step: 1,
    group: "training",
    help: "How many drawings are learned from: the first ones. Of your own, as many as there are, if these are fewer.",
  },
  augmented: {
    kind: "switch",
    label: "Augment",
    default: true,
    group: "training",
    help: "Whether each drawing is turned, stretched and shifted a little, anew whenever it is looked at.",
  },
  rank: {
    kind: "number",
    label: "Rank",
    default: 4,
    min: 0,
    max: 16,
    step: 1,
    group: "training",
    help: "How many columns and rows a change of a weight matrix is made of. 0 changes no matrix: only the row of the new class is learned.",
  },
  replay: {
    kind: "number",
    label: "Digits beside",
    default: 0.5,
    min: 0,
    max: 0.9,
    step: 0.05,
    group: "training",
    help: "Share of each batch that is real digits, so that they are not forgotten. 0 shows the new sign alone.",
  },
  strength: {
    kind: "number",
    label: "Strength",
    default: 1,
    min: 0,
    max: 2,
    step: 0.05,
    group: "sampling",
    help: "What the learned change is multiplied by before it is added to the weights. 0 is the network as it was, 1 as it has learned, more exaggerates.",
  },
  guidance: {
    kind: "number",
    label: "Guidance",
    default: 2,
    min: 0,
    max: 5,
    step: 0.25,
    group: "sampling",
    help: "How far to go from what it draws untold towards what it draws when told: 0 is untold, 1 as told, more exaggerates.",
  },
  counted: {
    kind: "number",
    label: "Counted",
    default: 60,
    min: 12,
    max: 60,
    step: 12,
    group: "sampling",
    help: "How many new pictures of the sign are drawn to be counted, and five digits for every three of them. Fewer are there sooner and say less.",
  },
  hand,
  learningRate: {...runParams.learningRate, default: 0.01},
  decaySteps: {...runParams.decaySteps, default: usualSteps},
  batchSize: runParams.batchSize,
  maxSteps: {...runParams.maxSteps, default: usualSteps},
});
