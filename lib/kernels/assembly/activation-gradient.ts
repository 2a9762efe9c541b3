/**
 * Gradients of the activations, and of the square, dx [n] = dy [n] · f'(x [n]), or by f(x) where that says it: one pass instead of up to seven.
 * Where x is NaN, so is the gradient, as in TF.js (whose LeakyRelu alone lets dy · alpha through).
 */
import {geluCubic, geluInner, geluLinear, sigmoidOf} from "./activation";
import {exponential} from "./exponential";
import {loadSome, storeSome} from "./lanes";

const enum Gradient { Relu, Relu6, LeakyRelu, Elu, Selu, Silu, Gelu, Sigmoid, Tanh, Softplus, Square }

const seluScale: f32 = 1.0507009873554805, seluScaleAlpha: f32 = 1.7580993408473768;

export function reluGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Relu, dy, x, n, dx, 0); }
export function relu6Gradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Relu6, dy, x, n, dx, 0); }
export function leakyReluGradient(dy: usize, x: usize, n: i32, dx: usize, alpha: f32): void { map(Gradient.LeakyRelu, dy, x, n, dx, alpha); }
export function eluGradient(dy: usize, y: usize, n: i32, dx: usize): void { map(Gradient.Elu, dy, y, n, dx, 0); }
export function seluGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Selu, dy, x, n, dx, 0); }
export function siluGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Silu, dy, x, n, dx, 0); }
export function geluGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Gelu, dy, x, n, dx, 0); }
export function sigmoidGradient(dy: usize, y: usize, n: i32, dx: usize): void { map(Gradient.Sigmoid, dy, y, n, dx, 0); }
export function tanhGradient(dy: usize, y: usize, n: i32, dx: usize): void { map(Gradient.Tanh, dy, y, n, dx, 0); }
export function softplusGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Softplus, dy, x, n, dx, 0); }
export function squareGradient(dy: usize, x: usize, n: i32, dx: usize): void { map(Gradient.Square, dy, x, n, dx, 0); }

@inline
function map(f: Gradient, dy: usize, v: usize, n: i32, dx: usize, alpha: f32): void {
  const end = v + (<usize>(n & ~3) << 2);
  let g = dy, p = v, q = dx;
  for (; p < end; g += 16, p += 16, q += 16) v128.store(q, apply(f, v128.load(g), v128.load(p), alpha));
  if (n & 3) storeSome(q, apply(f, loadSome(g, n & 3), loadSome(p, n & 3), alpha), n & 3);
}

/** `v` is x, but f(x) for Elu, Sigmoid and Tanh. */
@inline
function apply(f: Gradient, dy: v128, v: v128, alpha: f32): v128 {
  const zero = f32x4.splat(0), one = f32x4.splat(1);
  if (f == Gradient.Relu) return f32x4.mul(dy, slope(v, f32x4.gt(v, zero), 0));
  if (f == Gradient.Relu6) return f32x4.mul(dy, slope(v, v128.and(f32x4.gt(v, zero), f32x4.le(v, f32x4.splat(6))), 0));
  if (f == Gradient.LeakyRelu) return f32x4.mul(dy, slope(v, f32x4.gt(v, zero), alpha));
  if (f == Gradient.Elu) return v128.bitselect(dy, f32x4.mul(dy, f32x4.add(v, one)), f32x4.ge(v, zero));
  if (f == Gradient.Selu) return seluOf(dy, v);
  if (f == Gradient.Silu) return siluOf(dy, v);
  if (f == Gradient.Gelu) return geluOf(dy, v);
  if (f == Gradient.Sigmoid) return f32x4.mul(dy, f32x4.mul(v, f32x4.sub(one, v)));
  if (f == Gradient.Square) return f32x4.mul(dy, f32x4.add(v, v));
  if (f == Gradient.Tanh) return f32x4.mul(f32x4.sub(one, f32x4.mul(v, v)), dy);
  return f32x4.mul(dy, sigmoidOf(v));
}

/** 1 where x is inside, `outside` elsewhere, NaN where x is. */
@inline
function slope(x: v128, isInside: v128, outside: f32): v128 {
  return v128.bitselect(v128.bitselect(f32x4.splat(1), f32x4.splat(outside), isInside), x, f32x4.eq(x, x));
}

@inline
function seluOf(dy: v128, x: v128): v128 {
  const below = f32x4.mul(f32x4.mul(dy, f32x4.splat(seluScaleAlpha)), exponential(x));
  return v128.bitselect(f32x4.mul(dy, f32x4.splat(seluScale)), below, f32x4.gt(x, f32x4.splat(0)));
}

/** dy s (1 + x (1 - s)), s = sigmoid(x) */
@inline
function siluOf(dy: v128, x: v128): v128 {
  const one = f32x4.splat(1), s = sigmoidOf(x);
  return f32x4.mul(dy, f32x4.mul(s, f32x4.add(one, f32x4.mul(x, f32x4.sub(one, s)))));
}

/** dy (s + x s (1 - s) u'), s = sigmoid(u); beyond 30, where s is 0 or 1, x is taken as 30, so that x² is a number. */
@inline
function geluOf(dy: v128, x: v128): v128 {
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-30)), f32x4.splat(30)), s = sigmoidOf(geluInner(inside));
  const slope = f32x4.add(f32x4.mul(f32x4.mul(inside, inside), f32x4.splat(3 * geluCubic)), f32x4.splat(geluLinear));
  const bend = f32x4.mul(f32x4.mul(inside, f32x4.sub(s, f32x4.mul(s, s))), slope);
  return f32x4.mul(dy, f32x4.add(s, bend));
}
