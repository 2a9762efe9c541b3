/**
 * Functions of one value, y [n] = f(x [n]), four values at a time. x and y may be the same.
 */
import {exponential, exponentialMinusOne, exponentialOfMinus, logarithm, logarithmOfOnePlus} from "./exponential";
import {loadSome, storeSome} from "./lanes";

const enum Activation { Relu, Relu6, LeakyRelu, Selu, Silu, Gelu, Tanh, Softplus, Exp, Log }

const seluScale: f32 = 1.0507009873554805, seluScaleAlpha: f32 = 1.7580993408473768;

export function relu(x: usize, n: i32, y: usize): void { map(Activation.Relu, x, n, y, 0); }
export function relu6(x: usize, n: i32, y: usize): void { map(Activation.Relu6, x, n, y, 0); }
export function leakyRelu(x: usize, n: i32, y: usize, alpha: f32): void { map(Activation.LeakyRelu, x, n, y, alpha); }
export function selu(x: usize, n: i32, y: usize): void { map(Activation.Selu, x, n, y, 0); }
export function silu(x: usize, n: i32, y: usize): void { map(Activation.Silu, x, n, y, 0); }
export function gelu(x: usize, n: i32, y: usize): void { map(Activation.Gelu, x, n, y, 0); }
export function tanh(x: usize, n: i32, y: usize): void { map(Activation.Tanh, x, n, y, 0); }
export function softplus(x: usize, n: i32, y: usize): void { map(Activation.Softplus, x, n, y, 0); }
export function exp(x: usize, n: i32, y: usize): void { map(Activation.Exp, x, n, y, 0); }
export function log(x: usize, n: i32, y: usize): void { map(Activation.Log, x, n, y, 0); }

/** NaN stays NaN. */
export function clip(x: usize, n: i32, y: usize, least: f32, most: f32): void {
  const low = f32x4.splat(least), high = f32x4.splat(most), end = <usize>(n & ~3) << 2;
  for (let i: usize = 0; i < end; i += 16) v128.store(y + i, f32x4.pmin(f32x4.pmax(v128.load(x + i), low), high));
  if (n & 3) storeSome(y + end, f32x4.pmin(f32x4.pmax(loadSome(x + end, n & 3), low), high), n & 3);
}

@inline
function map(f: Activation, x: usize, n: i32, y: usize, alpha: f32): void {
  const end = x + (<usize>(n & ~3) << 2);
  let p = x, q = y;
  for (; p < end; p += 16, q += 16) v128.store(q, apply(f, v128.load(p), alpha));
  if (n & 3) storeSome(q, apply(f, loadSome(p, n & 3), alpha), n & 3);
}

@inline
function apply(f: Activation, x: v128, alpha: f32): v128 {
  const zero = f32x4.splat(0);
  if (f == Activation.Relu) return f32x4.pmax(x, zero);
  if (f == Activation.Relu6) return f32x4.pmin(f32x4.pmax(x, zero), f32x4.splat(6));
  if (f == Activation.LeakyRelu) return v128.bitselect(f32x4.mul(x, f32x4.splat(alpha)), x, f32x4.lt(x, zero));
  if (f == Activation.Selu) return seluOf(x);
  if (f == Activation.Silu) return f32x4.mul(x, sigmoidOf(x));
  if (f == Activation.Gelu) return f32x4.mul(x, sigmoidOf(geluInner(x)));
  if (f == Activation.Tanh) return tanhOf(x);
  if (f == Activation.Softplus) return f32x4.add(f32x4.pmax(x, zero), logarithmOfOnePlus(exponentialOfMinus(x)));
  if (f == Activation.Exp) return exponential(x);
  return logarithm(x);
}

@inline
function seluOf(x: v128): v128 {
  const below = f32x4.mul(f32x4.splat(seluScaleAlpha), exponentialMinusOne(x));
  return v128.bitselect(f32x4.mul(f32x4.splat(seluScale), x), below, f32x4.ge(x, f32x4.splat(0)));
}

/** 1 / (1 + e^-x), as e^x / (1 + e^x) below 0, so that nothing overflows. */
@inline
export function sigmoidOf(x: v128): v128 {
  const e = exponentialOfMinus(x), one = f32x4.splat(1);
  return f32x4.div(v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0))), f32x4.add(one, e));
}

/** 2 √(2/π) and 0.044715 times as much. */
export const geluLinear: f32 = 1.5957691216057308, geluCubic: f32 = 0.07135481627260025;

/** u, where GELU is x / (1 + e^-u). */
@inline
export function geluInner(x: v128): v128 {
  const square = f32x4.mul(x, x);
  return f32x4.mul(x, f32x4.add(f32x4.mul(square, f32x4.splat(geluCubic)), f32x4.splat(geluLinear)));
}

/** (1 - e^-2|x|) / (1 + e^-2|x|), with the sign of x. */
@inline
function tanhOf(x: v128): v128 {
  const sign = i32x4.splat(0x80000000);
  const e = exponentialMinusOne(f32x4.mul(f32x4.splat(-2), f32x4.abs(x)));
  const size = f32x4.div(f32x4.neg(e), f32x4.add(e, f32x4.splat(2)));
  return v128.bitselect(x, size, sign);
}
