/**
 * Group normalisation (normalisation.ts) of x + shift, followed by SiLU, with their gradients: each picture passes once, while it is in the fastest
 * cache. shift [n, c] is the same for all rows of a picture.
 *
 *   h = gamma xhat + beta,   s = 1 / (1 + e^-h),   y = h s,   dh = dy (s + y (1 - s))
 *
 * s is an output, so that the gradient needs no exponential. x, y, s, dy [n, m, c]; a row of moments [n, c + groups] has for each channel what
 * is subtracted from x, the mean of its group less the shift, and then for each group its variance.
 */
import {modestExponential} from "./exponential";
import {loadSome, storeSome} from "./lanes";
import {momentsOfPicture} from "./normalisation";
import {addParameterGradients, fillCoefficients} from "./normalisation-gradient";
import {foldColumns, perDeviation, valueOf} from "./normalisation-groups";
import {gradientRows, repeatColumns, rowsAsOne, stepOf} from "./normalisation-rows";
import {sumProducts} from "./normalisation-sums";
import {sumMiddle} from "./reduce";
import {room} from "./scratch";

export function groupNormaliseSilu(
  x: usize, n: i32, m: i32, c: i32, groups: i32, shift: usize, gamma: usize, beta: usize, epsilon: f64,
  moments: usize, s: usize, y: usize,
): void {
  const width = rowsAsOne(c, m) * c, step = stepOf(width), totals = room(step << 3), mean = room(<usize>groups << 2);
  const centre = room(step << 2), slope = room(step << 2), offset = room(step << 2);
  memory.copy(offset, beta, <usize>c << 2);
  repeatColumns(offset, c, width);
  for (let i = 0; i < n; i++) {
    const centres = moments + ((<usize>i * (c + groups)) << 2), variance = centres + (<usize>c << 2), picture = (<usize>i * m * c) << 2;
    momentsOfPicture(x + picture, m, c, groups, shift + ((<usize>i * c) << 2), centre, totals, mean, variance);
    memory.copy(centres, centre, <usize>c << 2);
    fillSlope(variance, c, groups, gamma, epsilon, slope);
    repeatColumns(slope, c, width);
    siluRows(x + picture, m * c, width, centre, slope, offset, s + picture, y + picture);
  }
}

function fillSlope(variance: usize, c: i32, groups: i32, gamma: usize, epsilon: f64, slope: usize): void {
  const size = c / groups;
  for (let j = 0; j < c; j++)
    store<f32>(slope + (<usize>j << 2), <f32>(perDeviation(variance, j / size, epsilon) * valueOf(gamma, j, 1)));
}

/** Of n values, `width` at a time. */
function siluRows(x: usize, n: i32, width: i32, centre: usize, slope: usize, offset: usize, s: usize, y: usize): void {
  for (let i = 0; i < n; i += width) {
    const count = min(width, n - i), at = <usize>i << 2, end = <usize>(count & ~3) << 2;
    for (let j: usize = 0; j < end; j += 16) {
      const h = normal(v128.load(x + at + j), centre + j, slope + j, offset + j), t = sigmoid(h);
      v128.store(s + at + j, t);
      v128.store(y + at + j, f32x4.mul(h, t));
    }
    if (count & 3) {
      const last = at + end;
      const h = normal(loadSome(x + last, count & 3), centre + end, slope + end, offset + end), t = sigmoid(h);
      storeSome(s + last, t, count & 3);
      storeSome(y + last, f32x4.mul(h, t), count & 3);
    }
  }
}

@inline
function normal(x: v128, centre: usize, slope: usize, offset: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.sub(x, v128.load(centre)), v128.load(slope)), v128.load(offset));
}

@inline
function sigmoid(h: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, modestExponential(f32x4.neg(h))));
}

/**
 * dx also serves for dh. What each picture adds to dgamma and dbeta goes to shares [n, 2, c], 64-bit, so that pictures may be computed apart and are
 * summed in their order (sumShares).
 */
export function groupNormaliseSiluGradient(
  dy: usize, x: usize, s: usize, y: usize, n: i32, m: i32, c: i32, groups: i32, moments: usize,
  gamma: usize, epsilon: f64, dx: usize, dshift: usize, shares: usize,
): void {
  const rows = rowsAsOne(c, m), width = rows * c, step = stepOf(width), bytes = <usize>c << 3;
  const coefficients = room(step << 4), totals = room(step << 3), products = room(step << 3);
  memory.fill(shares, 0, 2 * bytes * n);
  for (let i = 0; i < n; i++) {
    const centres = moments + ((<usize>i * (c + groups)) << 2), variance = centres + (<usize>c << 2), picture = (<usize>i * m * c) << 2;
    const share = shares + 2 * bytes * i;
    memory.copy(coefficients, centres, <usize>c << 2);
    repeatColumns(coefficients, c, width);
    siluGradient(dy + picture, s + picture, y + picture, m * c, dx + picture);
    sumProducts(dx + picture, x + picture, m * c, width, coefficients, totals, products);
    foldColumns(totals, c, rows);
    foldColumns(products, c, rows);
    addParameterGradients(totals, products, c, groups, variance, epsilon, share, share + bytes);
    fillCoefficients(totals, products, m, c, groups, variance, gamma, epsilon, coefficients, step << 2);
    for (let k = 1; k < 4; k++) repeatColumns(coefficients + <usize>k * (step << 2), c, width);
    gradientRows(dx + picture, x + picture, m * c, width, coefficients, step << 2, dx + picture);
    sumMiddle(dx + picture, 1, m, c, 1, dshift + ((<usize>i * c) << 2));
  }
}

/** shares [n, 2, c], 64-bit -> their sums, dgamma and dbeta [c] */
export function sumShares(shares: usize, n: i32, c: i32, dgamma: usize, dbeta: usize): void {
  for (let j = 0; j < c; j++) {
    store<f32>(dgamma + (<usize>j << 2), sumOfColumn(shares, n, 2 * c, j));
    store<f32>(dbeta + (<usize>j << 2), sumOfColumn(shares, n, 2 * c, c + j));
  }
}

function sumOfColumn(x: usize, rows: i32, columns: i32, column: i32): f32 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; i++) sum += load<f64>(x + (<usize>(i * columns + column) << 3));
  return <f32>sum;
}

function siluGradient(dy: usize, s: usize, y: usize, n: i32, dh: usize): void {
  const end = <usize>(n & ~3) << 2, rest = n & 3;
  for (let i: usize = 0; i < end; i += 16)
    v128.store(dh + i, slopeOf(v128.load(dy + i), v128.load(s + i), v128.load(y + i)));
  if (rest)
    storeSome(dh + end, slopeOf(loadSome(dy + end, rest), loadSome(s + end, rest), loadSome(y + end, rest)), rest);
}

@inline
function slopeOf(dy: v128, s: v128, y: v128): v128 {
  return f32x4.mul(dy, f32x4.add(s, f32x4.mul(y, f32x4.sub(f32x4.splat(1), s))));
}
