/** Every metric of sets of pictures by its name, with the words and the direction that tables show. */
import {authenticity, nearestDistance} from "./authenticity.js";
import {coveredClasses} from "./class-coverage-metric.js";
import {coverage, density} from "./density-coverage.js";
import {frechet} from "./frechet-metric.js";
import {inceptionScore} from "./inception-score.js";
import {kernelDistance} from "./kernel-distance.js";
import {precision, recall} from "./precision-recall.js";
import type {SetMetric} from "./set-metric.js";

export const setMetrics = {
  inceptionScore,
  frechet,
  kernelDistance,
  precision,
  recall,
  density,
  coverage,
  authenticity,
  nearestDistance,
  coveredClasses,
} as const satisfies Readonly<Record<string, SetMetric>>;

export type SetMetricName = keyof typeof setMetrics;

export interface MetricWords {
  readonly label: string;
  /** Which way is better; `floor` for those that are best where real pictures are. */
  readonly better: "lower" | "higher" | "floor";
  /** Decimals that are worth showing. */
  readonly decimals: number;
}

export const metricWords: Readonly<Record<SetMetricName, MetricWords>> = {
  inceptionScore: {label: "Inception Score", better: "higher", decimals: 2},
  frechet: {label: "Fréchet distance", better: "lower", decimals: 1},
  kernelDistance: {label: "kernel distance", better: "lower", decimals: 1},
  precision: {label: "precision", better: "higher", decimals: 2},
  recall: {label: "recall", better: "higher", decimals: 2},
  density: {label: "density", better: "floor", decimals: 2},
  coverage: {label: "coverage", better: "higher", decimals: 2},
  authenticity: {label: "authenticity", better: "floor", decimals: 2},
  nearestDistance: {label: "distance to the nearest", better: "floor", decimals: 2},
  coveredClasses: {label: "classes covered", better: "higher", decimals: 0},
};
