/**
 * Minimal filtering of one line by up to six points (Winograd, 1980; Lavin & Gray, 2016, section 4.2): four outputs of a filter with three
 * taps by six products instead of twelve; at the end of a line three by five, or two by four.
 *
 *   y = Aᵀ ((G w) · (Bᵀ x)),  y[i] = sum over j of x[i + j] w[j]
 *
 * The products belong to the points 0, 1, -1, 2, -2 and infinity, numbered in this order; five are without -2, four without 2 as well. G is that
 * of six points for all, so B has its factors. Each function reads some values, `step` bytes apart, and writes others, `toStep`
 * bytes apart: four neighbouring channels at once. Inputs are as many as points.
 */

@inline
function times(v: v128, by: f32): v128 {
  return f32x4.mul(v, f32x4.splat(by));
}

/** Bᵀ: from inputs to points. */
@inline
export function inputToPoints(points: i32, x: usize, step: usize, to: usize, toStep: usize): void {
  const a = v128.load(x), b = v128.load(x + step), c = v128.load(x + 2 * step), d = v128.load(x + 3 * step);
  if (points == 4) {
    v128.store(to, times(f32x4.sub(a, c), 4));
    v128.store(to + toStep, times(f32x4.add(b, c), -3));
    v128.store(to + 2 * toStep, times(f32x4.sub(b, c), 3));
    v128.store(to + 5 * toStep, f32x4.sub(d, b));
    return;
  }
  const e = v128.load(x + 4 * step);
  if (points == 5) {
    const across = times(f32x4.sub(d, b), 2);
    v128.store(to, f32x4.add(times(f32x4.sub(a, c), 4), across));
    v128.store(to + toStep, times(f32x4.sub(f32x4.sub(d, c), f32x4.add(b, b)), 3));
    v128.store(to + 2 * toStep, f32x4.add(f32x4.sub(d, times(c, 3)), f32x4.add(b, b)));
    v128.store(to + 3 * toStep, f32x4.add(across, across));
    v128.store(to + 5 * toStep, f32x4.sub(f32x4.sub(e, c), across));
    return;
  }
  const far = f32x4.sub(e, c), across = times(f32x4.sub(d, b), 2);
  const even = f32x4.sub(e, times(c, 4)), odd = f32x4.sub(d, times(b, 4));
  v128.store(to, f32x4.add(times(f32x4.sub(a, c), 4), far));
  v128.store(to + toStep, f32x4.add(even, odd));
  v128.store(to + 2 * toStep, f32x4.sub(even, odd));
  v128.store(to + 3 * toStep, f32x4.add(far, across));
  v128.store(to + 4 * toStep, f32x4.sub(far, across));
  v128.store(to + 5 * toStep, f32x4.sub(f32x4.sub(v128.load(x + 5 * step), d), f32x4.add(across, across)));
}

/** B: from points to what they say of the inputs; added to what is there if `joins`. */
@inline
export function pointsToInput(points: i32, p: usize, step: usize, to: usize, toStep: usize, joins: bool): void {
  const a = v128.load(p), one = v128.load(p + step), minusOne = v128.load(p + 2 * step), f = v128.load(p + 5 * step);
  if (points == 4) {
    const even = times(f32x4.add(one, minusOne), 3), odd = times(f32x4.sub(one, minusOne), 3), first = times(a, 4);
    put(to, first, joins);
    put(to + toStep, f32x4.neg(f32x4.add(odd, f)), joins);
    put(to + 2 * toStep, f32x4.neg(f32x4.add(first, even)), joins);
    put(to + 3 * toStep, f, joins);
    return;
  }
  const two = v128.load(p + 3 * step);
  if (points == 5) {
    const three = times(one, 3), first = times(a, 4), last = f32x4.sub(f32x4.add(f, f), times(two, 4));
    const half = f32x4.add(a, f32x4.add(three, f32x4.sub(a, minusOne)));
    put(to, first, joins);
    put(to + toStep, f32x4.sub(last, f32x4.add(half, f32x4.sub(three, minusOne))), joins);
    put(to + 2 * toStep, f32x4.neg(f32x4.add(f32x4.add(first, three), f32x4.add(times(minusOne, 3), f))), joins);
    put(to + 3 * toStep, f32x4.sub(f32x4.add(half, f32x4.add(minusOne, minusOne)), last), joins);
    put(to + 4 * toStep, f, joins);
    return;
  }
  const minusTwo = v128.load(p + 4 * step);
  const even = f32x4.add(one, minusOne), odd = f32x4.sub(one, minusOne);
  const evenTwo = f32x4.add(two, minusTwo), oddTwo = times(f32x4.sub(two, minusTwo), 2);
  put(to, times(a, 4), joins);
  put(to + toStep, f32x4.sub(times(f32x4.sub(f, odd), 4), oddTwo), joins);
  put(to + 2 * toStep, f32x4.sub(times(a, -5), f32x4.add(times(even, 4), evenTwo)), joins);
  put(to + 3 * toStep, f32x4.sub(f32x4.add(odd, oddTwo), times(f, 5)), joins);
  put(to + 4 * toStep, f32x4.add(a, f32x4.add(even, evenTwo)), joins);
  put(to + 5 * toStep, f, joins);
}

@inline
function put(to: usize, value: v128, joins: bool): void {
  v128.store(to, joins ? f32x4.add(v128.load(to), value) : value);
}

/** Aᵀ: from points to outputs, two fewer. */
@inline
export function pointsToOutput(points: i32, p: usize, step: usize, to: usize, toStep: usize): void {
  const one = v128.load(p + step), minusOne = v128.load(p + 2 * step), f = v128.load(p + 5 * step);
  const even = f32x4.add(one, minusOne), odd = f32x4.sub(one, minusOne), start = f32x4.add(v128.load(p), even);
  if (points == 4) {
    v128.store(to, start);
    v128.store(to + toStep, f32x4.add(odd, f));
    return;
  }
  const two = v128.load(p + 3 * step);
  if (points == 5) {
    v128.store(to, f32x4.add(start, two));
    v128.store(to + toStep, f32x4.add(odd, f32x4.add(two, two)));
    v128.store(to + 2 * toStep, f32x4.add(even, f32x4.add(times(two, 4), f)));
    return;
  }
  const minusTwo = v128.load(p + 4 * step), evenTwo = f32x4.add(two, minusTwo), oddTwo = f32x4.sub(two, minusTwo);
  v128.store(to, f32x4.add(start, evenTwo));
  v128.store(to + toStep, f32x4.add(odd, times(oddTwo, 2)));
  v128.store(to + 2 * toStep, f32x4.add(even, times(evenTwo, 4)));
  v128.store(to + 3 * toStep, f32x4.add(f32x4.add(odd, times(oddTwo, 8)), f));
}

/** A: from outputs to points. */
@inline
export function outputToPoints(points: i32, y: usize, step: usize, to: usize, toStep: usize): void {
  const a = v128.load(y), b = v128.load(y + step);
  v128.store(to, a);
  if (points == 4) {
    v128.store(to + toStep, f32x4.add(a, b));
    v128.store(to + 2 * toStep, f32x4.sub(a, b));
    v128.store(to + 5 * toStep, b);
    return;
  }
  const c = v128.load(y + 2 * step), even = f32x4.add(a, c), evenTwo = f32x4.add(a, times(c, 4));
  if (points == 5) {
    v128.store(to + toStep, f32x4.add(even, b));
    v128.store(to + 2 * toStep, f32x4.sub(even, b));
    v128.store(to + 3 * toStep, f32x4.add(evenTwo, f32x4.add(b, b)));
    v128.store(to + 5 * toStep, c);
    return;
  }
  const d = v128.load(y + 3 * step), odd = f32x4.add(b, d), oddTwo = f32x4.add(times(b, 2), times(d, 8));
  v128.store(to + toStep, f32x4.add(even, odd));
  v128.store(to + 2 * toStep, f32x4.sub(even, odd));
  v128.store(to + 3 * toStep, f32x4.add(evenTwo, oddTwo));
  v128.store(to + 4 * toStep, f32x4.sub(evenTwo, oddTwo));
  v128.store(to + 5 * toStep, d);
}

/** G: from three taps to six points. */
@inline
export function tapsToPoints(w: usize, step: usize, to: usize, toStep: usize): void {
  const a = v128.load(w), b = v128.load(w + step), c = v128.load(w + 2 * step);
  const even = f32x4.add(a, c), evenTwo = f32x4.add(a, times(c, 4)), oddTwo = times(b, 2);
  const sixth: f32 = 1 / 6, twentyFourth: f32 = 1 / 24;
  v128.store(to, times(a, 0.25));
  v128.store(to + toStep, times(f32x4.add(even, b), -sixth));
  v128.store(to + 2 * toStep, times(f32x4.sub(even, b), -sixth));
  v128.store(to + 3 * toStep, times(f32x4.add(evenTwo, oddTwo), twentyFourth));
  v128.store(to + 4 * toStep, times(f32x4.sub(evenTwo, oddTwo), twentyFourth));
  v128.store(to + 5 * toStep, c);
}

/** Gᵀ: from six points to what they say of three taps. */
@inline
export function pointsToTaps(p: usize, step: usize, to: usize, toStep: usize): void {
  const sixth: f32 = 1 / 6, twentyFourth: f32 = 1 / 24;
  const one = times(v128.load(p + step), -sixth), minusOne = times(v128.load(p + 2 * step), -sixth);
  const two = times(v128.load(p + 3 * step), twentyFourth), minusTwo = times(v128.load(p + 4 * step), twentyFourth);
  const even = f32x4.add(one, minusOne), evenTwo = f32x4.add(two, minusTwo);
  v128.store(to, f32x4.add(times(v128.load(p), 0.25), f32x4.add(even, evenTwo)));
  v128.store(to + toStep, f32x4.add(f32x4.sub(one, minusOne), times(f32x4.sub(two, minusTwo), 2)));
  v128.store(to + 2 * toStep, f32x4.add(f32x4.add(even, times(evenTwo, 4)), v128.load(p + 5 * step)));
}
