import {twoPixelTasks} from "../../lib/descent/two-pixels.js";
import {paramTable} from "../../lib/params.js";

const seen = {group: "view", place: "figure"} as const;
const {lighter, one} = twoPixelTasks;

export const neuronDials = paramTable({
  task: {
    ...seen,
    kind: "choice",
    label: "Question",
    default: "lighter",
    options: {lighter: lighter.question, one: one.question},
    help: "What the network is to say of a picture, and so what is right for each of the eight.",
  },
  layers: {
    ...seen,
    kind: "choice",
    label: "Layers",
    default: "1",
    options: {"1": "1: one neuron", "2": "2: two neurons, then one", "3": "3: two, two, then one"},
    help: "Each layer takes what the one before gives.",
  },
  activation: {
    ...seen,
    kind: "choice",
    label: "Activation",
    default: "relu",
    options: {relu: "ReLU", tanh: "tanh", none: "none"},
    help: "What a neuron does with its sum, in all layers but the last. With one layer there is no such neuron.",
  },
  rate: {
    ...seen,
    kind: "number",
    label: "Learning rate",
    default: 1,
    min: 0.03,
    max: 100,
    step: 0.01,
    scale: "log",
    help: "A step moves each weight by its slope times this.",
  },
  perStep: {
    ...seen,
    kind: "choice",
    label: "Pictures a step",
    default: "all",
    options: {all: "all eight", single: "one at a time"},
    help: "How many pictures a step looks at. When all eight have been looked at, that was an epoch.",
  },
});
