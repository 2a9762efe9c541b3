import type {ByteImages} from "../image.js";
import {accuracy} from "./accuracy.js";
import {classCoverage} from "./class-coverage.js";
import {type FeatureStatistics, frechetDistance} from "./frechet-distance.js";
import {jensenShannon} from "./jensen-shannon.js";
import {meanNearestDistance} from "./nearest.js";

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
  "class-coverage": {
    label: "classes covered",
    unit: "of 10",
    ideal: 10,
    better: "higher",
    range: [0, 10],
    measure: (_real, probabilities) => classCoverage(probabilities, 10).covered,
  } satisfies Metric<Float32Array>,
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
  nearest: {
    label: "distance to the nearest training picture",
    unit: "",
    ideal: 0,
    better: "neither",
    range: [0, 1],
    measure: (real, made) => meanNearestDistance(made, real),
  } satisfies Metric<ByteImages>,
} as const;

export type MetricName = keyof typeof metrics;
