/** Gradients of normalisation: of that of normalisation.ts, and of one with given mean and variance. */
import {broadcast} from "./broadcast";
import {foldColumns, perDeviation, spreadGroups, valueOf} from "./normalisation-groups";
import {gradientRows, repeatColumns, rowsAsOne, stepOf} from "./normalisation-rows";
import {sumProducts} from "./normalisation-sums";
import {room} from "./scratch";

/**
 * The gradient through mean and variance as well, with g = gamma dy and means over each group:
 *
 *   dx = (g - mean of g - xhat · mean of g xhat) / sqrt(variance + epsilon)        dgamma = sum of dy xhat        dbeta = sum of dy
 */
export function groupNormaliseGradient(
  dy: usize, x: usize, n: i32, m: i32, c: i32, groups: i32, mean: usize, variance: usize,
  gamma: usize, epsilon: f64, dx: usize, dgamma: usize, dbeta: usize,
): void {
  const rows = rowsAsOne(c, m), width = rows * c, step = stepOf(width);
  const coefficients = room(step << 4), totals = room(step << 3), products = room(step << 3);
  const ofGamma = room(<usize>c << 3), ofBeta = room(<usize>c << 3);
  memory.fill(ofGamma, 0, <usize>c << 3);
  memory.fill(ofBeta, 0, <usize>c << 3);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i * groups) << 2, picture = (<usize>i * m * c) << 2;
    spreadGroups(mean + at, c, groups, coefficients);
    repeatColumns(coefficients, c, width);
    sumProducts(dy + picture, x + picture, m * c, width, coefficients, totals, products);
    foldColumns(totals, c, rows);
    foldColumns(products, c, rows);
    addParameterGradients(totals, products, c, groups, variance + at, epsilon, ofGamma, ofBeta);
    fillCoefficients(totals, products, m, c, groups, variance + at, gamma, epsilon, coefficients, step << 2);
    for (let k = 1; k < 4; k++) repeatColumns(coefficients + <usize>k * (step << 2), c, width);
    gradientRows(dy + picture, x + picture, m * c, width, coefficients, step << 2, dx + picture);
  }
  round(ofGamma, c, dgamma);
  round(ofBeta, c, dbeta);
}

export function addParameterGradients(
  totals: usize, products: usize, c: i32, groups: i32, variance: usize, epsilon: f64, ofGamma: usize, ofBeta: usize,
): void {
  const size = c / groups;
  for (let j = 0; j < c; j++) {
    const at = <usize>j << 3;
    store<f64>(ofGamma + at, load<f64>(ofGamma + at) + perDeviation(variance, j / size, epsilon) * load<f64>(products + at));
    store<f64>(ofBeta + at, load<f64>(ofBeta + at) + load<f64>(totals + at));
  }
}

/** Slope, bend and shift of gradientRows, behind the centre, `step` bytes apart. */
export function fillCoefficients(
  totals: usize, products: usize, m: i32, c: i32, groups: i32, variance: usize, gamma: usize, epsilon: f64, coefficients: usize, step: usize,
): void {
  const size = c / groups, count = <f64>m * size;
  const slope = coefficients + step, bend = slope + step, shift = bend + step;
  for (let g = 0; g < groups; g++) {
    const per = perDeviation(variance, g, epsilon);
    let total: f64 = 0, product: f64 = 0;
    for (let j = g * size; j < (g + 1) * size; j++) {
      total += valueOf(gamma, j, 1) * load<f64>(totals + (<usize>j << 3));
      product += valueOf(gamma, j, 1) * load<f64>(products + (<usize>j << 3));
    }
    for (let j = g * size; j < (g + 1) * size; j++) {
      store<f32>(slope + (<usize>j << 2), <f32>(per * valueOf(gamma, j, 1)));
      store<f32>(bend + (<usize>j << 2), <f32>(per * per * per * product / count));
      store<f32>(shift + (<usize>j << 2), <f32>(per * total / count));
    }
  }
}

/** totals [c], 64-bit -> y [c] */
export function round(totals: usize, c: i32, y: usize): void {
  for (let j = 0; j < c; j++) store<f32>(y + (<usize>j << 2), <f32>load<f64>(totals + (<usize>j << 3)));
}

/** The gradient of batch normalisation with given mean and variance, x [m, c], scale [c] (0: ones); all others [c]. */
export function normaliseGradient(
  dy: usize, x: usize, m: i32, c: i32, mean: usize, variance: usize, scale: usize, epsilon: f64,
  dx: usize, dmean: usize, dvariance: usize, dscale: usize, doffset: usize,
): void {
  const rows = rowsAsOne(c, m), width = rows * c, step = stepOf(width);
  const centre = room(step << 2), slope = room(<usize>c << 2), totals = room(step << 3), products = room(step << 3);
  memory.copy(centre, mean, <usize>c << 2);
  repeatColumns(centre, c, width);
  sumProducts(dy, x, m * c, width, centre, totals, products);
  foldColumns(totals, c, rows);
  foldColumns(products, c, rows);
  for (let j = 0; j < c; j++) {
    const at = <usize>j << 2, per = perDeviation(variance, j, epsilon), slopeOfX = per * valueOf(scale, j, 1);
    const total = load<f64>(totals + (<usize>j << 3)), product = load<f64>(products + (<usize>j << 3));
    store<f32>(slope + at, <f32>slopeOfX);
    store<f32>(dmean + at, <f32>(-slopeOfX * total));
    store<f32>(dvariance + at, <f32>(-0.5 * per * per * slopeOfX * product));
    store<f32>(dscale + at, <f32>(per * product));
    store<f32>(doffset + at, <f32>total);
  }
  broadcast(multiplication, dy, slope, 1, m, c, dx);
}

/** As numbered in broadcast.ts. */
const multiplication: i32 = 3;
