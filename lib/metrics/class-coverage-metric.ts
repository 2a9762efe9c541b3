/**
 * Class coverage of class-coverage.ts, as a metric with its interval and its floor:
 *
 *     covered = #{k : c_k >= share · n / classes},   c_k pictures surely of class k
 *
 * (Metz et al., 2017, section 3.3.1).
 */
import {answersAt} from "./answers.js";
import {classCoverage} from "./class-coverage.js";
import {setMetric} from "./set-metric.js";

export const coveredClasses = setMetric({
  madeAlone: true,
  range: {low: 0, high: Number.POSITIVE_INFINITY},
  of: ({all, space: {classes}}, _real, made) =>
    classCoverage(answersAt(all, made, classes), classes).covered,
});
