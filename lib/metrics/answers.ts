/** A classifier's answers on some pictures of a sample, for metrics of classes. */
import type {Sample} from "./metric.js";
import {rowsAt} from "./sample.js";

/** The rows of probabilities at `rows`, [rows, classes]. Throws a RangeError where the sample has none. */
export function answersAt(
  {probabilities}: Sample,
  rows: Uint32Array,
  classes: number,
): Float32Array {
  if (probabilities.length === 0)
    throw new RangeError(
      "missing probabilities: 0 (a classifier's answer for each picture; judge with a network that names classes)",
    );
  return rowsAt(probabilities, rows, classes);
}
