/**
 * Minimal filtering of one line (Winograd, 1980; Lavin & Gray, 2016, section 4): m outputs of a filter with r taps by m + r - 1
 * products instead of m r.
 *
 *   y = Aᵀ ((G w) · (Bᵀ x)),  y[i] = sum over j of x[i + j] w[j]
 *
 * The products belong to the points 0, 1, -1 and infinity, at which polynomials are multiplied. A tile has 4 points, the last one of a
 * line 3 (0, 1, infinity) or 2 (0, infinity): with these points the matrices hold only 0, ±1 and 2, so that little precision is lost.
 * B depends on the number of points alone, A on that of outputs too, and the halves that G has stand in winograd-filter.ts.
 * Each function works on `bytes`, a multiple of 16, of neighbouring channels; what it is called with is the address of the first one.
 */

/** Bᵀ: from the inputs of a tile, `step` bytes apart, to its points. */
export function inputToPoints(
  points: i32, x: usize, step: usize, zero: usize, one: usize, minus: usize, infinity: usize, bytes: usize,
): void {
  const second = x + step, third = second + step, fourth = third + step;
  if (points == 4)
    for (let i: usize = 0; i < bytes; i += 16) {
      const a = v128.load(x + i), b = v128.load(second + i), c = v128.load(third + i), d = v128.load(fourth + i);
      v128.store(zero + i, f32x4.sub(a, c));
      v128.store(one + i, f32x4.add(b, c));
      v128.store(minus + i, f32x4.sub(c, b));
      v128.store(infinity + i, f32x4.sub(d, b));
    }
  else if (points == 3)
    for (let i: usize = 0; i < bytes; i += 16) {
      const a = v128.load(x + i), b = v128.load(second + i), c = v128.load(third + i);
      v128.store(zero + i, f32x4.sub(a, b));
      v128.store(one + i, f32x4.add(b, b));
      v128.store(infinity + i, f32x4.sub(c, b));
    }
  else
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(zero + i, v128.load(x + i));
      v128.store(infinity + i, v128.load(second + i));
    }
}

/**
 * B: from the points of a tile to its inputs. The first `shared` (0 to 2) of these belong to the tile before as well, which has
 * been there: what this one says is added.
 */
export function pointsToInput(
  points: i32, shared: i32, zero: usize, one: usize, minus: usize, infinity: usize, x: usize, step: usize, bytes: usize,
): void {
  const second = x + step, third = second + step, fourth = third + step;
  const joins = shared > 0, alsoSecond = shared > 1;
  if (points == 4)
    for (let i: usize = 0; i < bytes; i += 16) {
      const a = v128.load(zero + i), b = v128.load(one + i), c = v128.load(minus + i), d = v128.load(infinity + i);
      put(x + i, a, joins);
      put(second + i, f32x4.sub(f32x4.sub(b, c), d), alsoSecond);
      v128.store(third + i, f32x4.sub(f32x4.add(b, c), a));
      v128.store(fourth + i, d);
    }
  else if (points == 3)
    for (let i: usize = 0; i < bytes; i += 16) {
      const a = v128.load(zero + i), b = v128.load(one + i), d = v128.load(infinity + i);
      put(x + i, a, joins);
      put(second + i, f32x4.sub(f32x4.add(b, b), f32x4.add(a, d)), alsoSecond);
      v128.store(third + i, d);
    }
  else
    for (let i: usize = 0; i < bytes; i += 16) {
      put(x + i, v128.load(zero + i), joins);
      v128.store(second + i, v128.load(infinity + i));
    }
}

@inline
function put(address: usize, value: v128, joins: bool): void {
  v128.store(address, joins ? f32x4.add(v128.load(address), value) : value);
}

/** Aᵀ: from the points of a tile to its outputs, `step` bytes apart. */
export function pointsToOutput(
  points: i32, outputs: i32, zero: usize, one: usize, minus: usize, infinity: usize, y: usize, step: usize, bytes: usize,
): void {
  const second = y + step, third = second + step;
  if (points == 4)
    for (let i: usize = 0; i < bytes; i += 16) {
      const b = v128.load(one + i), c = v128.load(minus + i), d = v128.load(infinity + i);
      const sum = f32x4.add(b, c), difference = f32x4.sub(b, c);
      v128.store(y + i, f32x4.add(v128.load(zero + i), sum));
      if (outputs == 3) {
        v128.store(second + i, difference);
        v128.store(third + i, f32x4.add(sum, d));
      } else {
        v128.store(second + i, f32x4.add(difference, d));
      }
    }
  else if (points == 3)
    for (let i: usize = 0; i < bytes; i += 16) {
      const a = v128.load(zero + i), b = v128.load(one + i), d = v128.load(infinity + i);
      if (outputs == 2) {
        v128.store(y + i, f32x4.add(a, b));
        v128.store(second + i, f32x4.add(b, d));
      } else {
        v128.store(y + i, f32x4.add(f32x4.add(a, b), d));
      }
    }
  else
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(y + i, f32x4.add(v128.load(zero + i), v128.load(infinity + i)));
}

/** A: from the outputs of a tile to its points. */
export function outputToPoints(
  points: i32, outputs: i32, y: usize, step: usize, zero: usize, one: usize, minus: usize, infinity: usize, bytes: usize,
): void {
  const second = y + step, third = second + step;
  for (let i: usize = 0; i < bytes; i += 16) {
    const first = v128.load(y + i);
    const middle = outputs > 1 ? v128.load(second + i) : first;
    v128.store(zero + i, first);
    if (outputs == 3) {
      const last = v128.load(third + i), even = f32x4.add(first, last);
      v128.store(one + i, f32x4.add(even, middle));
      v128.store(minus + i, f32x4.sub(even, middle));
      v128.store(infinity + i, last);
      continue;
    }
    if (points > 2) v128.store(one + i, outputs > 1 ? f32x4.add(first, middle) : first);
    if (points > 3) v128.store(minus + i, f32x4.sub(first, middle));
    v128.store(infinity + i, middle);
  }
}
