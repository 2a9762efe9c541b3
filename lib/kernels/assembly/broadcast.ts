/**
 * Sums, differences, products, quotients ... of an array a [p, q, r] and one that is repeated along the middle, b [p, 1, r]:
 * biases (p = 1), values for each picture (r = 1). y [p, q, r].
 */
import {loadSome, storeSome} from "./lanes";
import {held, release, room} from "./scratch";

/** The order is that of broadcast-operations in wasm/broadcast.ts. */
const enum Operation { Add, Sub, ReverseSub, Multiply, RealDiv, ReverseRealDiv, SquaredDifference, Maximum, Minimum }

/** Rows shorter than this are repeated in scratch first, so that no row is too short for vectors. */
const leastValues: i32 = 64;

export function broadcast(operation: i32, a: usize, b: usize, p: i32, q: i32, r: i32, y: usize): void {
  if (r == 1) {
    applyValues(operation, a, b, p, q, y);
    return;
  }
  const copies = copiesOf(r, q), period = copies * r, total = q * r;
  const mark = held(), copied = copies > 1 ? room(<usize>period << 2) : 0;
  for (let i = 0; i < p; i++) {
    const from = a + ((<usize>i * total) << 2), to = y + ((<usize>i * total) << 2);
    let row = b + ((<usize>i * r) << 2);
    if (copies > 1) {
      repeat(row, r, copies, copied);
      row = copied;
    }
    for (let j = 0; j < total; j += period)
      apply(operation, from + (<usize>j << 2), row, min(period, total - j), to + (<usize>j << 2));
  }
  release(mark);
}

/** How many rows of r values, of q there are, go through at once. */
function copiesOf(r: i32, q: i32): i32 {
  if (r >= leastValues) return 1;
  let copies = (r & 3) == 0 ? 1 : (r & 1) == 0 ? 2 : 4;
  while (copies * r < leastValues) copies <<= 1;
  return min(copies, q);
}

function repeat(row: usize, r: i32, copies: i32, to: usize): void {
  let t = to;
  for (let i = 0; i < copies; i++)
    for (let j = 0; j < r; j++, t += 4) store<f32>(t, load<f32>(row + (<usize>j << 2)));
}

function apply(operation: i32, a: usize, b: usize, n: i32, y: usize): void {
  if (operation == Operation.Add) map(Operation.Add, a, b, n, y);
  else if (operation == Operation.Sub) map(Operation.Sub, a, b, n, y);
  else if (operation == Operation.ReverseSub) map(Operation.ReverseSub, a, b, n, y);
  else if (operation == Operation.Multiply) map(Operation.Multiply, a, b, n, y);
  else if (operation == Operation.RealDiv) map(Operation.RealDiv, a, b, n, y);
  else if (operation == Operation.ReverseRealDiv) map(Operation.ReverseRealDiv, a, b, n, y);
  else if (operation == Operation.SquaredDifference) map(Operation.SquaredDifference, a, b, n, y);
  else if (operation == Operation.Maximum) map(Operation.Maximum, a, b, n, y);
  else map(Operation.Minimum, a, b, n, y);
}

/** b [p], each for q values of a. */
function applyValues(operation: i32, a: usize, b: usize, p: i32, q: i32, y: usize): void {
  if (operation == Operation.Add) mapValues(Operation.Add, a, b, p, q, y);
  else if (operation == Operation.Sub) mapValues(Operation.Sub, a, b, p, q, y);
  else if (operation == Operation.ReverseSub) mapValues(Operation.ReverseSub, a, b, p, q, y);
  else if (operation == Operation.Multiply) mapValues(Operation.Multiply, a, b, p, q, y);
  else if (operation == Operation.RealDiv) mapValues(Operation.RealDiv, a, b, p, q, y);
  else if (operation == Operation.ReverseRealDiv) mapValues(Operation.ReverseRealDiv, a, b, p, q, y);
  else if (operation == Operation.SquaredDifference) mapValues(Operation.SquaredDifference, a, b, p, q, y);
  else if (operation == Operation.Maximum) mapValues(Operation.Maximum, a, b, p, q, y);
  else mapValues(Operation.Minimum, a, b, p, q, y);
}

@inline
function mapValues(operation: Operation, a: usize, b: usize, p: i32, q: i32, y: usize): void {
  let from = a, to = y;
  for (let i = 0; i < p; i++) {
    const value = v128.load32_splat(b + (<usize>i << 2));
    let j = 0;
    for (; j + 4 <= q; j += 4, from += 16, to += 16) v128.store(to, combine(operation, v128.load(from), value));
    if (j < q) storeSome(to, combine(operation, loadSome(from, q - j), value), q - j);
    from += <usize>(q - j) << 2;
    to += <usize>(q - j) << 2;
  }
}

@inline
function map(operation: Operation, a: usize, b: usize, n: i32, y: usize): void {
  const end = a + (<usize>(n & ~3) << 2);
  let p = a, q = b, o = y;
  for (; p < end; p += 16, q += 16, o += 16) v128.store(o, combine(operation, v128.load(p), v128.load(q)));
  if (n & 3) storeSome(o, combine(operation, loadSome(p, n & 3), loadSome(q, n & 3)), n & 3);
}

@inline
function combine(operation: Operation, a: v128, b: v128): v128 {
  if (operation == Operation.Add) return f32x4.add(a, b);
  if (operation == Operation.Sub) return f32x4.sub(a, b);
  if (operation == Operation.ReverseSub) return f32x4.sub(b, a);
  if (operation == Operation.Multiply) return f32x4.mul(a, b);
  if (operation == Operation.RealDiv) return f32x4.div(a, b);
  if (operation == Operation.ReverseRealDiv) return f32x4.div(b, a);
  if (operation == Operation.Maximum) return greater(a, b);
  if (operation == Operation.Minimum) return less(a, b);
  const difference = f32x4.sub(a, b);
  return f32x4.mul(difference, difference);
}

/** f32x4.max and min are many instructions on some processors. NaN if either is: comparisons with it are false. */
@inline
function greater(a: v128, b: v128): v128 {
  return v128.bitselect(f32x4.pmax(a, b), b, f32x4.eq(b, b));
}

@inline
function less(a: v128, b: v128): v128 {
  return v128.bitselect(f32x4.pmin(a, b), b, f32x4.eq(b, b));
}
