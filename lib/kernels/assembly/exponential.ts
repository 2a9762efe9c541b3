/**
 * Exponential and logarithm of four values, out of + - * / and bits only, so that they are the same on every machine. Range
 * reduction and polynomials are those of Cephes (Moshier, expf.c and logf.c):
 *
 *   e^x = 2^n e^r,  n = round(x / ln 2), |r| <= ln 2 / 2;    log x = e ln 2 + log(1 + r),  sqrt(1/2) <= 1 + r < sqrt(2)
 *
 * Relative error at most 2e-7 (values below 1.2e-38 are rounded to what is there). NaN stays NaN.
 */

const ln2: f32 = 0.6931471805599453;
/** ln 2 in two parts, the first of which times a small whole number is exact. */
const ln2High: f32 = 0.693359375, ln2Low: f32 = -2.12194440e-4;

@inline
function times(a: v128, b: f32): v128 {
  return f32x4.mul(a, f32x4.splat(b));
}

@inline
function plus(a: v128, b: f32): v128 {
  return f32x4.add(a, f32x4.splat(b));
}

/** Added to a value of at most 2^22, this rounds it to a whole number, which is then in the last bits. */
const rounder: f32 = 12582912;
const rounderBits: i32 = 0x4b400000;

/** 2^n for whole numbers n from -126 to 127, given n (+ any multiple of 512). */
@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** r = x - n ln 2 */
@inline
function remainder(x: v128, n: v128): v128 {
  return f32x4.sub(f32x4.sub(x, times(n, ln2High)), times(n, ln2Low));
}

/** e^r - 1 for |r| <= ln 2 / 2. */
@inline
function exponentialMinusOneNearZero(r: v128): v128 {
  let p = times(r, 1.9875691500e-4);
  p = f32x4.mul(plus(p, 1.3981999507e-3), r);
  p = f32x4.mul(plus(p, 8.3334519073e-3), r);
  p = f32x4.mul(plus(p, 4.1665795894e-2), r);
  p = f32x4.mul(plus(p, 1.6666665459e-1), r);
  p = plus(p, 5.0000001201e-1);
  return f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
}

/** e^x of four values; infinite above 88.72, 0 below -103.97. */
@inline
export function exponential(x: v128): v128 {
  // NaN is neither less nor more, so that it stays.
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-104)), f32x4.splat(104));
  const rounded = plus(times(inside, 1.4426950408889634), rounder);
  const p = plus(exponentialMinusOneNearZero(remainder(inside, plus(rounded, -rounder))), 1);
  const n = i32x4.sub(rounded, i32x4.splat(rounderBits));
  // In two steps, because 2^n alone would overflow or underflow before e^x does.
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(p, powerOfTwo(half)), powerOfTwo(i32x4.sub(n, half)));
}

/** e^-|x| of four values; 0 where it would be below 1.2e-38. */
@inline
export function exponentialOfMinus(x: v128): v128 {
  const below = f32x4.neg(f32x4.abs(x));
  const inside = f32x4.pmax(below, f32x4.splat(-87.3));
  const rounded = plus(times(inside, 1.4426950408889634), rounder);
  const p = plus(exponentialMinusOneNearZero(remainder(inside, plus(rounded, -rounder))), 1);
  return v128.andnot(f32x4.mul(p, powerOfTwo(rounded)), f32x4.lt(below, inside));
}

/** e^x of four values, which are taken as -87 to 87. */
@inline
export function modestExponential(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87)), f32x4.splat(87));
  const rounded = plus(times(inside, 1.4426950408889634), rounder);
  const p = plus(exponentialMinusOneNearZero(remainder(inside, plus(rounded, -rounder))), 1);
  return f32x4.mul(p, powerOfTwo(rounded));
}

/** e^x - 1 of four values up to 0, exact to the last bits near 0 too; of values above 0, 0. */
@inline
export function exponentialMinusOne(x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-80)), f32x4.splat(0));
  const rounded = plus(times(inside, 1.4426950408889634), rounder);
  const p = exponentialMinusOneNearZero(remainder(inside, plus(rounded, -rounder)));
  const scale = powerOfTwo(rounded);
  return f32x4.add(f32x4.mul(p, scale), plus(scale, -1));
}

/** log(1 + r) for sqrt(1/2) - 1 <= r <= sqrt(2) - 1. */
@inline
function logarithmNearOne(r: v128): v128 {
  const square = f32x4.mul(r, r);
  // Two powers at a time: half as many steps that wait for one another.
  let p = f32x4.add(times(square, 7.0376836292e-2), plus(times(r, -1.1514610310e-1), 1.1676998740e-1));
  p = f32x4.add(f32x4.mul(p, square), plus(times(r, -1.2420140846e-1), 1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, square), plus(times(r, -1.6668057665e-1), 2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, square), plus(times(r, -2.4999993993e-1), 3.3333331174e-1));
  p = f32x4.mul(p, r);
  return f32x4.add(r, f32x4.sub(f32x4.mul(p, square), times(square, 0.5)));
}

/** log(1 + t) of four values from 0 to 1. */
@inline
export function logarithmOfOnePlus(t: v128): v128 {
  const isLarge = f32x4.gt(t, f32x4.splat(0.41421356));
  const r = v128.bitselect(times(plus(t, -1), 0.5), t, isLarge);
  return f32x4.add(logarithmNearOne(r), v128.and(f32x4.splat(ln2), isLarge));
}

/** log x of four values; -infinite at 0, NaN below. */
@inline
export function logarithm(x: v128): v128 {
  // Values below the smallest normal one are brought up first.
  const isSmall = f32x4.lt(x, f32x4.splat(1.17549435e-38));
  const normal = v128.bitselect(times(x, 8388608), x, isSmall);
  const isLow = i32x4.lt_u(v128.and(normal, i32x4.splat(0x7fffff)), i32x4.splat(0x3504f4));
  const biased = i32x4.sub(i32x4.shr_u(normal, 23), v128.and(i32x4.splat(23), isSmall));
  const e = f32x4.convert_i32x4_s(i32x4.sub(biased, v128.bitselect(i32x4.splat(127), i32x4.splat(126), isLow)));
  const one = v128.bitselect(i32x4.splat(0x3f800000), i32x4.splat(0x3f000000), isLow);
  const r = plus(v128.or(v128.and(normal, i32x4.splat(0x7fffff)), one), -1);
  const y = f32x4.add(f32x4.add(logarithmNearOne(r), times(e, ln2Low)), times(e, ln2High));
  return beyondLogarithm(x, y);
}

/** log x where it is not a matter of arithmetic: 0, negative, infinite, NaN. */
@inline
function beyondLogarithm(x: v128, y: v128): v128 {
  const isPositive = f32x4.gt(x, f32x4.splat(0)), isZero = f32x4.eq(x, f32x4.splat(0));
  const isFinite = f32x4.lt(x, f32x4.splat(Infinity));
  const odd = v128.bitselect(f32x4.splat(-Infinity), f32x4.splat(NaN), isZero);
  return v128.bitselect(v128.bitselect(y, f32x4.splat(Infinity), isFinite), odd, isPositive);
}
