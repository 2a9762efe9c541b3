/** The ellipse that a Gaussian is drawn as: places at a distance of so many deviations, along its principal axes. */
import {type FeatureStatistics, featureStatistics} from "../../lib/metrics/frechet-distance.js";
import type {Point} from "../point.js";

const corners = 64;

/** Mean and covariance of points [n, 2], n at least 2. */
export function gaussianOf(points: Float32Array): FeatureStatistics {
  return featureStatistics(points, 2);
}

/** `deviations` times the root of the covariance, by Cholesky, laid around the mean: a closed line of 64 corners. */
export function ellipseOf({mean, covariance}: FeatureStatistics, deviations: number): Point[] {
  const [xx, xy, , yy] = covariance as unknown as [number, number, number, number];
  const a = Math.sqrt(xx);
  const b = a === 0 ? 0 : xy / a;
  const c = Math.sqrt(Math.max(0, yy - b * b));
  return Array.from({length: corners}, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const [u, v] = [deviations * Math.cos(angle), deviations * Math.sin(angle)];
    return {x: mean[0]! + a * u, y: mean[1]! + b * u + c * v};
  });
}
