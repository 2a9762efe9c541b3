import type {Measure, MeasurePlot} from "../../lib/training/experiment.js";

/** A measure of all that make pictures. */
export const frechetMeasure = {
  isJudged: true,
  label: "Fréchet distance",
  unit: "",
  better: "lower",
  scale: "log",
  floor: {meaning: "two sets of real pictures differ by this much"},
  interval: {sampledOf: "samples"},
  help: "Distance between the feature statistics of real and generated pictures, on this course's classifier.",
} as const satisfies Measure;

export const frechetPlot = {
  measure: "frechet",
  caption: "Distance between generated and real pictures.",
} as const satisfies MeasurePlot;
