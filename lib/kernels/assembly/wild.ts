/**
 * Values that minimal filtering must not touch. It adds neighbours up before it multiplies and takes them apart again afterwards, so
 * that NaN and infinity would come out everywhere in their tile, and the rounding of a huge value in the results beside it.
 */

/** The first picture of x [n, size], `from` or behind it, that has NaN, infinity or a value whose size has bits beyond `mostBits`; n if none has. */
export function firstWild(x: usize, n: i32, size: i32, from: i32, mostBits: i32): i32 {
  for (let i = from; i < n; i++) if (isWild(x + ((<usize>i * size) << 2), size, mostBits)) return i;
  return n;
}

function isWild(x: usize, n: i32, mostBits: i32): bool {
  const sizes = i32x4.splat(0x7fffffff), end = x + (<usize>(n & ~7) << 2);
  // Of numbers without a sign, the order of the bits is that of the values; NaN comes last.
  let a = i32x4.splat(0), b = a, p = x;
  for (; p < end; p += 32) {
    a = i32x4.max_u(a, v128.and(v128.load(p), sizes));
    b = i32x4.max_u(b, v128.and(v128.load(p, 16), sizes));
  }
  let isMore = v128.any_true(i32x4.gt_u(i32x4.max_u(a, b), i32x4.splat(mostBits)));
  for (let j = n & ~7; j < n; j++, p += 4) isMore = isMore || (load<i32>(p) & 0x7fffffff) > mostBits;
  return isMore;
}
