/** Values by channel [c] and by group of c / groups neighbouring channels [groups]. */

/** values [c] -> the mean of each group [groups] */
export function averageGroups(values: usize, c: i32, groups: i32, means: usize): void {
  const size = c / groups;
  for (let g = 0, j = 0; g < groups; g++) {
    let total: f64 = 0;
    for (let i = 0; i < size; i++, j++) total += load<f32>(values + (<usize>j << 2));
    store<f32>(means + (<usize>g << 2), <f32>(total / size));
  }
}

/** values [groups] -> one for each channel [c] */
export function spreadGroups(values: usize, c: i32, groups: i32, to: usize): void {
  const size = c / groups;
  for (let g = 0, j = 0; g < groups; g++)
    for (let i = 0; i < size; i++, j++) store<f32>(to + (<usize>j << 2), load<f32>(values + (<usize>g << 2)));
}

/** totals [rows, c], 64-bit -> their sums, in the first row */
export function foldColumns(totals: usize, c: i32, rows: i32): void {
  for (let i = 1; i < rows; i++)
    for (let j = 0; j < c; j++) {
      const to = totals + (<usize>j << 3);
      store<f64>(to, load<f64>(to) + load<f64>(totals + (<usize>(i * c + j) << 3)));
    }
}

/** totals [c], 64-bit -> the sum of group g */
export function sumOfGroup(totals: usize, c: i32, groups: i32, g: i32): f64 {
  const size = c / groups;
  let total: f64 = 0;
  for (let j = g * size; j < (g + 1) * size; j++) total += load<f64>(totals + (<usize>j << 3));
  return total;
}

export function perDeviation(variance: usize, i: i32, epsilon: f64): f64 {
  return 1 / Math.sqrt(<f64>load<f32>(variance + (<usize>i << 2)) + epsilon);
}

/** values [c], or `otherwise` where there are none. */
export function valueOf(values: usize, i: i32, otherwise: f32): f32 {
  return values ? load<f32>(values + (<usize>i << 2)) : otherwise;
}

/** values [c] += by · more [c] */
export function addValues(values: usize, more: usize, c: i32, by: f32): void {
  for (let j: usize = 0; j < <usize>c << 2; j += 4) store<f32>(values + j, load<f32>(values + j) + by * load<f32>(more + j));
}
