import {paramTable} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";

const params = paramTable({
  seed: number({default: 1, min: 0, max: 4294967295, step: 1}),
  width: number({default: 4, min: 1, max: 64, step: 1}),
  learningRate: {...number({default: 0.1, min: 0, max: 1e39, step: 0.01}), live: true},
  zoom: {...number({default: 1, min: 0, max: 9, step: 1}), group: "sampling"},
  grid: {kind: "switch", label: "", help: "", default: true, group: "view"},
  maxSteps: {...number({default: 20, min: 1, max: 100000, step: 1}), live: true},
});

function number<T extends {default: number; min: number; max: number; step: number}>(range: T) {
  return {kind: "number", label: "", group: "training", help: "", ...range} as const;
}

/** The smallest experiment there is: a dense net that fits a plane. Its setup is `toy-setup.ts`. */
export const toyExperiment: Experiment<typeof params> = {
  id: "toy",
  title: "A toy",
  params,
  mainParams: [],
  files: () => [],
  stepKinds: {half: {text: "Half", label: "Half: a step like any other"}},
  backends: ["wasm", "cpu"],
  sizeParams: ["width"],
  fewSteps: 10,
  curves: {loss: {label: "loss", role: "judge", help: ""}},
  measures: {},
  plots: [],
  sources: [],
};
