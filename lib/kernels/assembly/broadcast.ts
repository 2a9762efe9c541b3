/**
 * Sums, differences, products, quotients ... of an array a [p, q, r] and one that is repeated along the middle, b [p, 1, r]:
 * biases (p = 1), values for each picture (r = 1). y [p, q, r].
 */
import {loadSome, storeSome} from "./lanes";

/** The order is that of broadcast-operations in wasm/broadcast.ts. */
const enum Operation { Add, Sub, ReverseSub, Multiply, RealDiv, ReverseRealDiv, SquaredDifference, Maximum, Minimum }

/** Rows shorter than this are repeated in scratch first, so that no row is too short for vectors. */
const leastValues: i32 = 64;

/** Scratch: one row of b, repeated to whole vectors of `leastValues` or more; less than 8 leastValues. */
export function broadcast(operation: i32, a: usize, b: usize, p: i32, q: i32, r: i32, y: usize, scratch: usize): void {
  const copies = copiesOf(r, q), period = copies * r, total = q * r;
  for (let i = 0; i < p; i++) {
    const from = a + ((<usize>i * total) << 2), to = y + ((<usize>i * total) << 2);
    let row = b + ((<usize>i * r) << 2);
    if (copies > 1) {
      repeat(row, r, copies, scratch);
      row = scratch;
    }
    for (let j = 0; j < total; j += period)
      apply(operation, from + (<usize>j << 2), row, min(period, total - j), to + (<usize>j << 2));
  }
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
  if (operation == Operation.Maximum) return f32x4.max(a, b);
  if (operation == Operation.Minimum) return f32x4.min(a, b);
  const difference = f32x4.sub(a, b);
  return f32x4.mul(difference, difference);
}
