import {descentSurfaces} from "../../lib/descent/surfaces.js";
import {paramTable} from "../../lib/params.js";

const seen = {group: "view", place: "figure"} as const;
const {ravine, slanting, bowl, rosenbrock, saddle, valleys} = descentSurfaces;
const first = ravine;

export const raceDials = paramTable({
  surface: {
    ...seen,
    kind: "choice",
    label: "Surface",
    default: "ravine",
    options: {
      ravine: ravine.words,
      slanting: slanting.words,
      bowl: bowl.words,
      rosenbrock: rosenbrock.words,
      saddle: saddle.words,
      valleys: valleys.words,
      own: "your own formula",
    },
    help: "The land that they go down. Each comes with its start and its rates.",
  },
  rate: {
    ...seen,
    kind: "number",
    label: "Rate of SGD and momentum",
    default: first.rate,
    min: 0.0001,
    max: 2,
    step: 0.01,
    scale: "log",
    help: "These two multiply the slope by it.",
  },
  adaptiveRate: {
    ...seen,
    kind: "number",
    label: "Rate of the others",
    default: first.adaptiveRate,
    min: 0.001,
    max: 2,
    step: 0.01,
    scale: "log",
    help: "RMSProp, Adam and AdamW take away the size of the slope first, so that this is about the length of a step.",
  },
  momentum: {
    ...seen,
    kind: "number",
    label: "Momentum",
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    help: "Share of its last step that the ball of momentum keeps.",
  },
  beta1: {
    ...seen,
    kind: "number",
    label: "β₁ of Adam",
    default: 0.9,
    min: 0,
    max: 0.99,
    step: 0.01,
    help: "How much of the mean slope so far is kept at each step, by Adam and AdamW.",
  },
  beta2: {
    ...seen,
    kind: "number",
    label: "β₂, memory of the sizes",
    default: 0.99,
    min: 0,
    max: 0.999,
    step: 0.001,
    help: "How much of the mean square of the slopes so far is kept at each step, by RMSProp, Adam and AdamW.",
  },
  weightDecay: {
    ...seen,
    kind: "number",
    label: "Weight decay",
    default: 0,
    min: 0,
    max: 1,
    step: 0.01,
    help: "How strongly both weights are drawn to 0.",
  },
});
