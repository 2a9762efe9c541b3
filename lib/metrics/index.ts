import type {ByteImages, Images} from "../image.js";
import {accuracy} from "./accuracy.js";
import {adjustedRandIndex} from "./adjusted-rand-index.js";
import {classCoverage} from "./class-coverage.js";
import {clusterPurity} from "./cluster-purity.js";
import {type ContingencyTable, contingencyTable} from "./contingency-table.js";
import {type FeatureStatistics, frechetDistance} from "./frechet-distance.js";
import {jensenShannon} from "./jensen-shannon.js";
import {meanSquaredError} from "./mean-squared-error.js";
import {meanNearestDistance} from "./nearest.js";
import {normalisedMutualInformation} from "./normalised-mutual-information.js";

/** A number that tells `made` from `real`. `Evidence` is what the metric reads of pictures or points. */
export interface Metric<Evidence> {
  readonly label: string;
  /** "" when the metric has none. */
  readonly unit: string;
  /** What `measure(real, real)` gives, and which way better lies; `neither` for a number that only informs. */
  readonly ideal: number;
  readonly better: "lower" | "higher" | "neither";
  readonly range: readonly [low: number, high: number];
  measure(real: Evidence, made: Evidence): number;
}

/** Every metric by name, as one call on the evidence. Details and floors are in the metric's own file. */
export const metrics = {
  accuracy: {
    label: "accuracy",
    unit: "",
    ideal: 1,
    better: "higher",
    range: [0, 1],
    measure: (labels, predicted) => accuracy(labels, predicted).share,
  } satisfies Metric<Uint8Array>,
  "adjusted-rand-index": {
    label: "adjusted Rand index",
    unit: "",
    ideal: 1,
    better: "higher",
    range: [-1, 1],
    measure: (labels, clusters) => adjustedRandIndex(agreement(labels, clusters)),
  } satisfies Metric<Uint8Array>,
  "class-coverage": {
    label: "classes covered",
    unit: "of 10",
    ideal: 10,
    better: "higher",
    range: [0, 10],
    measure: (_real, probabilities) => classCoverage(probabilities, 10).covered,
  } satisfies Metric<Float32Array>,
  "cluster-purity": {
    label: "purity",
    unit: "",
    ideal: 1,
    better: "higher",
    range: [0, 1],
    measure: (labels, clusters) => clusterPurity(agreement(labels, clusters)),
  } satisfies Metric<Uint8Array>,
  "frechet-distance": {
    label: "Fréchet distance",
    unit: "",
    ideal: 0,
    better: "lower",
    range: [0, Number.POSITIVE_INFINITY],
    measure: (real, made) => frechetDistance(made, real),
  } satisfies Metric<FeatureStatistics>,
  "jensen-shannon": {
    label: "Jensen–Shannon divergence",
    unit: "bit",
    ideal: 0,
    better: "lower",
    range: [0, 1],
    measure: (real, made) => jensenShannon(real, made),
  } satisfies Metric<Float32Array>,
  "mean-squared-error": {
    label: "mean squared error",
    unit: "",
    ideal: 0,
    better: "lower",
    range: [0, 1],
    measure: (real, made) => meanSquaredError(real, made),
  } satisfies Metric<Images>,
  nearest: {
    label: "distance to the nearest training picture",
    unit: "",
    ideal: 0,
    better: "neither",
    range: [0, 1],
    measure: (real, made) => meanNearestDistance(made, real),
  } satisfies Metric<ByteImages>,
  "normalised-mutual-information": {
    label: "normalised mutual information",
    unit: "",
    ideal: 1,
    better: "higher",
    range: [0, 1],
    measure: (labels, clusters) => normalisedMutualInformation(agreement(labels, clusters)),
  } satisfies Metric<Uint8Array>,
} as const;

/** Clusters in rows, labels in columns. */
function agreement(labels: Uint8Array, clusters: Uint8Array): ContingencyTable {
  return contingencyTable(clusters, labels, Math.max(...clusters) + 1, Math.max(...labels) + 1);
}

export type MetricName = keyof typeof metrics;
