/**
 * Layer normalisation (Ba, Kiros & Hinton, 2016) with a scale and a shift for each picture: every row of x [n, m, c] by its own mean and variance.
 *
 *   xhat = (x - mean) / sqrt(variance + epsilon)        y = scale xhat + shift        scale, shift [n, c]
 */
import {lanesBefore, loadSome, storeSome, sumOfLanes} from "./lanes";
import {round} from "./normalisation-gradient";
import {addTo, blockRows} from "./reduce";
import {room} from "./scratch";

export function modulate(x: usize, n: i32, m: i32, c: i32, scale: usize, shift: usize, epsilon: f32, y: usize): void {
  const row = <usize>c << 2;
  let from = x, to = y;
  for (let i = 0; i < n; i++) {
    const by = scale + <usize>i * row, more = shift + <usize>i * row;
    for (let j = 0; j < m; j++, from += row, to += row) modulateRow(from, c, by, more, epsilon, to);
  }
}

function modulateRow(x: usize, c: i32, scale: usize, shift: usize, epsilon: f32, y: usize): void {
  const mean = f32x4.splat(meanOf(x, c)), per = f32x4.splat(perDeviation(x, c, mean, epsilon));
  const end = <usize>(c & ~3) << 2, rest = c & 3;
  for (let j: usize = 0; j < end; j += 16)
    v128.store(y + j, modulated(v128.load(x + j), mean, per, v128.load(scale + j), v128.load(shift + j)));
  if (rest)
    storeSome(y + end, modulated(loadSome(x + end, rest), mean, per, loadSome(scale + end, rest), loadSome(shift + end, rest)), rest);
}

@inline
function modulated(x: v128, mean: v128, per: v128, scale: v128, shift: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.mul(f32x4.sub(x, mean), per), scale), shift);
}

function meanOf(x: usize, c: i32): f32 {
  const end = x + (<usize>(c & ~3) << 2);
  let a = f32x4.splat(0), p = x;
  for (; p < end; p += 16) a = f32x4.add(a, v128.load(p));
  if (c & 3) a = f32x4.add(a, loadSome(p, c & 3));
  return sumOfLanes(a) / <f32>c;
}

function perDeviation(x: usize, c: i32, mean: v128, epsilon: f32): f32 {
  const end = x + (<usize>(c & ~3) << 2);
  let a = f32x4.splat(0), p = x;
  for (; p < end; p += 16) a = f32x4.add(a, square(f32x4.sub(v128.load(p), mean)));
  if (c & 3) a = f32x4.add(a, square(v128.and(f32x4.sub(loadSome(p, c & 3), mean), lanesBefore(c & 3))));
  return 1 / Mathf.sqrt(sumOfLanes(a) / <f32>c + epsilon);
}

@inline
function square(v: v128): v128 {
  return f32x4.mul(v, v);
}

/** With g = scale dy and means over a row: dx = (g - mean of g - xhat · mean of g xhat) / sqrt(variance + epsilon); dscale, dshift [n, c] are sums over m. */
export function modulateGradient(
  dy: usize, x: usize, n: i32, m: i32, c: i32, scale: usize, epsilon: f32, dx: usize, dscale: usize, dshift: usize,
): void {
  const row = <usize>c << 2, bytes = <usize>((c + 3) & ~3) << 2, sums = room(2 * bytes), totals = room(4 * bytes);
  for (let i = 0; i < n; i++) {
    memory.fill(totals, 0, 4 * bytes);
    for (let j = 0; j < m; j += blockRows) {
      memory.fill(sums, 0, 2 * bytes);
      for (let k = j; k < min(j + blockRows, m); k++) {
        const at = <usize>(i * m + k) * row;
        rowGradient(dy + at, x + at, c, scale + <usize>i * row, epsilon, dx + at, sums, sums + bytes);
      }
      for (let k: usize = 0; k < 2 * bytes; k += 16) addTo(totals + 2 * k, v128.load(sums + k));
    }
    round(totals, c, dscale + <usize>i * row);
    round(totals + 2 * bytes, c, dshift + <usize>i * row);
  }
}

function rowGradient(
  dy: usize, x: usize, c: i32, scale: usize, epsilon: f32, dx: usize, ofScale: usize, ofShift: usize,
): void {
  const mean = f32x4.splat(meanOf(x, c)), per = f32x4.splat(perDeviation(x, c, mean, epsilon));
  const end = <usize>(c & ~3) << 2, rest = c & 3;
  let total = f32x4.splat(0), product = total;
  for (let j: usize = 0; j < end; j += 16) {
    const d = v128.load(dy + j), xhat = f32x4.mul(f32x4.sub(v128.load(x + j), mean), per), g = f32x4.mul(d, v128.load(scale + j));
    total = f32x4.add(total, g);
    product = f32x4.add(product, f32x4.mul(g, xhat));
    addTerms(d, xhat, ofScale + j, ofShift + j);
  }
  if (rest) {
    const d = loadSome(dy + end, rest), xhat = f32x4.mul(f32x4.sub(loadSome(x + end, rest), mean), per);
    const g = f32x4.mul(d, loadSome(scale + end, rest));
    total = f32x4.add(total, g);
    product = f32x4.add(product, f32x4.mul(g, xhat));
    addTerms(d, xhat, ofScale + end, ofShift + end);
  }
  const shift = f32x4.splat(sumOfLanes(total) / <f32>c), bend = f32x4.splat(sumOfLanes(product) / <f32>c);
  for (let j: usize = 0; j < end; j += 16)
    v128.store(dx + j, slopeOf(v128.load(dy + j), v128.load(x + j), v128.load(scale + j), mean, per, shift, bend));
  if (rest)
    storeSome(dx + end, slopeOf(loadSome(dy + end, rest), loadSome(x + end, rest), loadSome(scale + end, rest), mean, per, shift, bend), rest);
}

@inline
function addTerms(d: v128, xhat: v128, ofScale: usize, ofShift: usize): void {
  v128.store(ofScale, f32x4.add(v128.load(ofScale), f32x4.mul(d, xhat)));
  v128.store(ofShift, f32x4.add(v128.load(ofShift), d));
}

@inline
function slopeOf(d: v128, x: v128, scale: v128, mean: v128, per: v128, shift: v128, bend: v128): v128 {
  const xhat = f32x4.mul(f32x4.sub(x, mean), per);
  return f32x4.mul(f32x4.sub(f32x4.sub(f32x4.mul(d, scale), shift), f32x4.mul(xhat, bend)), per);
}
