/**
 * One step of an optimiser over all weights of a network, in place. A table has a row for each tensor of weights: where its
 * weights w and its gradients g lie, how many there are, and where up to three slots lie, what is remembered of each weight.
 * The order of the operations is that of TF.js's optimisers (tfjs-core, src/optimizers), so that the bits are the same too.
 */

/** Six whole numbers: weights, gradients, count, slots. */
const rowBytes: usize = 24;

@inline
function get(p: usize, isOne: bool): v128 {
  return isOne ? v128.load32_zero(p) : v128.load(p);
}

@inline
function put(p: usize, v: v128, isOne: bool): void {
  if (isOne) v128.store32_lane(p, v, 0);
  else v128.store(p, v);
}

/** old · decay + value · rest */
@inline
function mix(old: v128, decay: v128, value: v128, rest: v128): v128 {
  return f32x4.add(f32x4.mul(old, decay), f32x4.mul(value, rest));
}

/** w += rate g; `rate` is negative. */
export function gradientDescent(table: usize, count: i32, rate: f32): void {
  const r = f32x4.splat(rate);
  for (let i = 0; i < count; i++, table += rowBytes) {
    let w: usize = load<u32>(table), g: usize = load<u32>(table, 4);
    const n: usize = load<u32>(table, 8);
    for (const end = w + ((n & ~3) << 2); w < end; w += 16, g += 16) descend(w, g, r, false);
    for (const end = w + ((n & 3) << 2); w < end; w += 4, g += 4) descend(w, g, r, true);
  }
}

@inline
function descend(w: usize, g: usize, rate: v128, isOne: bool): void {
  put(w, f32x4.add(f32x4.mul(rate, get(g, isOne)), get(w, isOne)), isOne);
}

/** a = momentum a + g;  w += rate a, or with Nesterov's look ahead w += rate (g + momentum a); `rate` is negative. */
export function momentum(table: usize, count: i32, momentum: f32, rate: f32, isNesterov: bool): void {
  const k = f32x4.splat(momentum), r = f32x4.splat(rate);
  for (let i = 0; i < count; i++, table += rowBytes) {
    let w: usize = load<u32>(table), g: usize = load<u32>(table, 4), a: usize = load<u32>(table, 12);
    const n: usize = load<u32>(table, 8);
    for (const end = w + ((n & ~3) << 2); w < end; w += 16, g += 16, a += 16) roll(w, g, a, k, r, isNesterov, false);
    for (const end = w + ((n & 3) << 2); w < end; w += 4, g += 4, a += 4) roll(w, g, a, k, r, isNesterov, true);
  }
}

@inline
function roll(w: usize, g: usize, a: usize, momentum: v128, rate: v128, isNesterov: bool, isOne: bool): void {
  const gradient = get(g, isOne);
  const moment = f32x4.add(f32x4.mul(momentum, get(a, isOne)), gradient);
  put(a, moment, isOne);
  const way = isNesterov ? f32x4.add(gradient, f32x4.mul(moment, momentum)) : moment;
  put(w, f32x4.add(f32x4.mul(rate, way), get(w, isOne)), isOne);
}

/** m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g²;  w += rate (m / c1) / (sqrt(v / c2) + epsilon); `rate` is negative. */
export function adam(
  table: usize, count: i32, beta1: f32, rest1: f32, beta2: f32, rest2: f32, c1: f32, c2: f32, epsilon: f32, rate: f32,
): void {
  const b1 = f32x4.splat(beta1), r1 = f32x4.splat(rest1), b2 = f32x4.splat(beta2), r2 = f32x4.splat(rest2);
  const d1 = f32x4.splat(c1), d2 = f32x4.splat(c2), e = f32x4.splat(epsilon), r = f32x4.splat(rate);
  for (let i = 0; i < count; i++, table += rowBytes) {
    let w: usize = load<u32>(table), g: usize = load<u32>(table, 4);
    let m: usize = load<u32>(table, 12), v: usize = load<u32>(table, 16);
    const n: usize = load<u32>(table, 8);
    for (const end = w + ((n & ~3) << 2); w < end; w += 16, g += 16, m += 16, v += 16)
      adapt(w, g, m, v, b1, r1, b2, r2, d1, d2, e, r, false);
    for (const end = w + ((n & 3) << 2); w < end; w += 4, g += 4, m += 4, v += 4)
      adapt(w, g, m, v, b1, r1, b2, r2, d1, d2, e, r, true);
  }
}

@inline
function adapt(
  w: usize, g: usize, m: usize, v: usize, b1: v128, r1: v128, b2: v128, r2: v128, c1: v128, c2: v128, epsilon: v128, rate: v128,
  isOne: bool,
): void {
  const gradient = get(g, isOne);
  const first = mix(get(m, isOne), b1, gradient, r1);
  const second = mix(get(v, isOne), b2, f32x4.mul(gradient, gradient), r2);
  put(m, first, isOne);
  put(v, second, isOne);
  const size = f32x4.add(f32x4.sqrt(f32x4.div(second, c2)), epsilon);
  put(w, f32x4.add(f32x4.mul(f32x4.div(f32x4.div(first, c1), size), rate), get(w, isOne)), isOne);
}

/**
 * s = d s + (1 - d) g²;  a = momentum a + rate g / sqrt(s + epsilon);  w -= a. Centred, with k = d k + (1 - d) g, the root is of
 * s - (k² + epsilon). Slots: s, a, k.
 */
export function rmsprop(
  table: usize, count: i32, decay: f32, rest: f32, momentum: f32, rate: f32, epsilon: f32, isCentred: bool,
): void {
  const d = f32x4.splat(decay), q = f32x4.splat(rest), k = f32x4.splat(momentum), r = f32x4.splat(rate);
  const e = f32x4.splat(epsilon);
  for (let i = 0; i < count; i++, table += rowBytes) {
    let w: usize = load<u32>(table), g: usize = load<u32>(table, 4);
    let s: usize = load<u32>(table, 12), a: usize = load<u32>(table, 16), c: usize = load<u32>(table, 20);
    const n: usize = load<u32>(table, 8);
    for (const end = w + ((n & ~3) << 2); w < end; w += 16, g += 16, s += 16, a += 16, c += 16)
      normalise(w, g, s, a, c, d, q, k, r, e, isCentred, false);
    for (const end = w + ((n & 3) << 2); w < end; w += 4, g += 4, s += 4, a += 4, c += 4)
      normalise(w, g, s, a, c, d, q, k, r, e, isCentred, true);
  }
}

@inline
function normalise(
  w: usize, g: usize, s: usize, a: usize, c: usize, decay: v128, rest: v128, momentum: v128, rate: v128, epsilon: v128,
  isCentred: bool, isOne: bool,
): void {
  const gradient = get(g, isOne);
  const square = mix(get(s, isOne), decay, f32x4.mul(gradient, gradient), rest);
  put(s, square, isOne);
  let under = f32x4.add(square, epsilon);
  if (isCentred) {
    const mean = mix(get(c, isOne), decay, gradient, rest);
    put(c, mean, isOne);
    under = f32x4.sub(square, f32x4.add(f32x4.mul(mean, mean), epsilon));
  }
  const part = f32x4.div(f32x4.mul(gradient, rate), f32x4.sqrt(under));
  const moment = f32x4.add(f32x4.mul(get(a, isOne), momentum), part);
  put(a, moment, isOne);
  put(w, f32x4.sub(get(w, isOne), moment), isOne);
}

/** w += share (g - w): here g are the weights whose running average w is. */
export function average(table: usize, count: i32, share: f32): void {
  const s = f32x4.splat(share);
  for (let i = 0; i < count; i++, table += rowBytes) {
    let w: usize = load<u32>(table), g: usize = load<u32>(table, 4);
    const n: usize = load<u32>(table, 8);
    for (const end = w + ((n & ~3) << 2); w < end; w += 16, g += 16) approach(w, g, s, false);
    for (const end = w + ((n & 3) << 2); w < end; w += 4, g += 4) approach(w, g, s, true);
  }
}

@inline
function approach(w: usize, g: usize, share: v128, isOne: bool): void {
  const old = get(w, isOne);
  put(w, f32x4.add(old, f32x4.mul(f32x4.sub(get(g, isOne), old), share)), isOne);
}
