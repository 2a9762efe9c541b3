/**
 * Group normalisation (Wu & He, 2018) of x [n, m, c], whose channels form groups of c / groups neighbours, mean and variance
 * [n, groups]. Batch normalisation is that of one picture with a group for each channel: n = 1, groups = c.
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = gamma xhat + beta
 */
import {addValues, averageGroups, foldColumns, perDeviation, spreadGroups, sumOfGroup, valueOf} from "./normalisation-groups";
import {normaliseRows, repeatColumns, rowsAsOne, stepOf} from "./normalisation-rows";
import {sumSquares} from "./normalisation-sums";
import {sumMiddle} from "./reduce";
import {room} from "./scratch";

/** x -> mean, variance; the variance from the differences to the mean, which does not cancel. */
export function groupMoments(
  x: usize, n: i32, m: i32, c: i32, groups: i32, mean: usize, variance: usize,
): void {
  const step = stepOf(rowsAsOne(c, m) * c), centre = room(step << 2), totals = room(step << 3);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i * groups) << 2;
    momentsOfPicture(x + ((<usize>i * m * c) << 2), m, c, groups, 0, centre, totals, mean + at, variance + at);
  }
}

/**
 * The same of one picture, to all rows of which `shift` [c] is added first (0: nothing). `centre` is then the mean of the group less the
 * shift, for each column of rows taken as one; `totals` is scratch.
 */
export function momentsOfPicture(
  x: usize, m: i32, c: i32, groups: i32, shift: usize, centre: usize, totals: usize, mean: usize, variance: usize,
): void {
  const rows = rowsAsOne(c, m), width = rows * c;
  sumMiddle(x, 1, m, c, <f32>m, centre);
  if (shift) addValues(centre, shift, c, 1);
  averageGroups(centre, c, groups, mean);
  spreadGroups(mean, c, groups, centre);
  if (shift) addValues(centre, shift, c, -1);
  repeatColumns(centre, c, width);
  sumSquares(x, m * c, width, centre, totals);
  foldColumns(totals, c, rows);
  for (let g = 0; g < groups; g++)
    store<f32>(variance + (<usize>g << 2), <f32>(sumOfGroup(totals, c, groups, g) / (<f64>m * (c / groups))));
}

/** x, mean, variance, gamma and beta [c] (0: ones and zeros) -> y */
export function groupNormalise(
  x: usize, n: i32, m: i32, c: i32, groups: i32, mean: usize, variance: usize,
  gamma: usize, beta: usize, epsilon: f64, y: usize,
): void {
  const width = rowsAsOne(c, m) * c, size = c / groups;
  const step = stepOf(width) << 2, centre = room(step), slope = room(step), offset = room(step);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i * groups) << 2, picture = (<usize>i * m * c) << 2;
    spreadGroups(mean + at, c, groups, centre);
    for (let g = 0, j = 0; g < groups; g++) {
      const per = perDeviation(variance + at, g, epsilon);
      for (let k = 0; k < size; k++, j++) {
        store<f32>(slope + (<usize>j << 2), <f32>(per * valueOf(gamma, j, 1)));
        store<f32>(offset + (<usize>j << 2), valueOf(beta, j, 0));
      }
    }
    repeatColumns(centre, c, width);
    repeatColumns(slope, c, width);
    repeatColumns(offset, c, width);
    normaliseRows(x + picture, m * c, width, centre, slope, offset, y + picture);
  }
}
