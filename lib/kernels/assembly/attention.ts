/**
 * Attention of several heads (Vaswani et al., 2017): each picture and head by itself, all of whose numbers stay in the fastest cache.
 *
 *   look = softmax(factor · q kᵀ)        y = look v        q, y [n, heads · size]    k, v [m, heads · size]
 *
 * Each is padded with zeros to whole vectors, `look` in memory too, [n, m] of each pair of picture and head; so it is for the gradient alone.
 */
import {exponentialOfMinus} from "./exponential";
import {lanesBefore, sumOfLanes} from "./lanes";
import {packPanel, panelBytes, panelWidth} from "./pack";
import {held, release, room} from "./scratch";
import {addTransposed, product} from "./short-product";

/** Whole vectors. */
@inline
function whole(count: i32): i32 {
  return (count + 3) & ~3;
}

/** Pairs of picture and head from number `first` on; q, k, v and y are those of all. */
export function attend(
  q: usize, k: usize, v: usize, n: i32, m: i32, heads: i32, size: i32, factor: f32, first: i32, count: i32, look: usize, y: usize,
): void {
  const mark = held(), rows = whole(n), keys = whole(m), width = whole(size), row = <usize>(heads * size) << 2;
  const own = room(<usize>(rows * width) << 2), panels = room(max(panelBytes(width, keys), panelBytes(keys, width)));
  for (let pair = first; pair < first + count; pair++) {
    const picture = <usize>(pair / heads), head = <usize>(pair % heads * size) << 2;
    const ofQueries = picture * <usize>n * row + head, ofKeys = picture * <usize>m * row + head;
    const scores = look + ((<usize>pair * <usize>(rows * keys)) << 2);
    copyHead(q + ofQueries, row, n, size, factor, own);
    packHead(k + ofKeys, 4, row, size, m, panels);
    product(own, panels, scores, rows, width, keys);
    for (let i = 0; i < n; i++) softmax(scores + ((<usize>i * keys) << 2), m);
    packHead(v + ofKeys, row, 4, m, size, panels);
    product(scores, panels, own, rows, keys, width);
    returnHead(own, n, size, 1, y + ofQueries, row);
  }
  release(mark);
}

export function attendGradient(
  dy: usize, q: usize, k: usize, v: usize, n: i32, m: i32, heads: i32, size: i32, factor: f32, first: i32, count: i32, look: usize,
  dq: usize, dk: usize, dv: usize,
): void {
  const mark = held(), rows = whole(n), keys = whole(m), width = whole(size), row = <usize>(heads * size) << 2;
  const bytes = <usize>(keys * width) << 2, own = room(<usize>(rows * width) << 2), sums = room(bytes);
  const slopes = room(<usize>(rows * keys) << 2), panels = room(max(panelBytes(width, keys), panelBytes(keys, width)));
  for (let pair = first; pair < first + count; pair++) {
    const picture = <usize>(pair / heads), head = <usize>(pair % heads * size) << 2;
    const ofQueries = picture * <usize>n * row + head, ofKeys = picture * <usize>m * row + head;
    const weights = look + ((<usize>pair * <usize>(rows * keys)) << 2);
    copyHead(dy + ofQueries, row, n, size, 1, own);
    memory.fill(sums, 0, bytes);
    addTransposed(weights, own, sums, n, keys, width);
    returnHead(sums, m, size, 1, dv + ofKeys, row);
    packHead(v + ofKeys, 4, row, size, m, panels);
    product(own, panels, slopes, rows, width, keys);
    for (let i = 0; i < n; i++) softmaxGradient(weights + ((<usize>i * keys) << 2), keys, slopes + ((<usize>i * keys) << 2));
    copyHead(q + ofQueries, row, n, size, factor, own);
    memory.fill(sums, 0, bytes);
    addTransposed(slopes, own, sums, n, keys, width);
    returnHead(sums, m, size, 1, dk + ofKeys, row);
    packHead(k + ofKeys, row, 4, m, size, panels);
    product(slopes, panels, own, rows, keys, width);
    returnHead(own, n, size, factor, dq + ofQueries, row);
  }
  release(mark);
}

/** `count` rows of `size` values -> times `factor`, one after the other. */
function copyHead(x: usize, row: usize, count: i32, size: i32, factor: f32, to: usize): void {
  const bytes = <usize>size << 2, step = <usize>whole(size) << 2;
  let p = x, o = to;
  for (let i = 0; i < count; i++, p += row, o += step) {
    let j: usize = 0;
    for (; j + 16 <= bytes; j += 16) v128.store(o + j, f32x4.mul(v128.load(p + j), f32x4.splat(factor)));
    for (; j < bytes; j += 4) store<f32>(o + j, factor * load<f32>(p + j));
    for (; j < step; j += 4) store<f32>(o + j, 0);
  }
  memory.fill(o, 0, <usize>(whole(count) - count) * step);
}

/** The same back. */
function returnHead(x: usize, count: i32, size: i32, factor: f32, to: usize, row: usize): void {
  const bytes = <usize>size << 2, step = <usize>whole(size) << 2;
  let p = x, o = to;
  for (let i = 0; i < count; i++, p += step, o += row) {
    let j: usize = 0;
    for (; j + 16 <= bytes; j += 16) v128.store(o + j, f32x4.mul(v128.load(p + j), f32x4.splat(factor)));
    for (; j < bytes; j += 4) store<f32>(o + j, factor * load<f32>(p + j));
  }
}

/** A matrix [k, n] as panels (pack.ts). */
function packHead(b: usize, rowStep: usize, columnStep: usize, k: i32, n: i32, panels: usize): void {
  const columns = whole(n);
  let q = panels;
  for (let j = 0; j < columns; j += 8) {
    const width = panelWidth(j, columns), more = (<usize>(whole(k) - k) * width) << 2;
    q = packPanel(b + <usize>j * columnStep, rowStep, columnStep, k, min(8, n - j), width, q);
    memory.fill(q, 0, more);
    q += more;
  }
}

/** m values in place, and zeros behind. */
function softmax(x: usize, m: i32): void {
  const end = x + (<usize>whole(m) << 2), last = lanesBefore(m & 3 ? m & 3 : 4);
  let most = f32x4.splat(-Infinity), p = x;
  for (; p < end - 16; p += 16) most = f32x4.pmax(most, v128.load(p));
  most = f32x4.pmax(most, v128.bitselect(v128.load(p), f32x4.splat(-Infinity), last));
  const high = max(max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)), max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)));
  let total = f32x4.splat(0);
  for (p = x; p < end; p += 16) {
    let e = exponentialOfMinus(f32x4.sub(v128.load(p), f32x4.splat(high)));
    if (p == end - 16) e = v128.and(e, last);
    total = f32x4.add(total, e);
    v128.store(p, e);
  }
  const share = f32x4.splat(1 / sumOfLanes(total));
  for (p = x; p < end; p += 16) v128.store(p, f32x4.mul(v128.load(p), share));
}

/** look, dlook [keys] -> look (dlook - sum of look dlook), in place of dlook */
function softmaxGradient(look: usize, keys: i32, slopes: usize): void {
  const bytes = <usize>keys << 2;
  let total = f32x4.splat(0);
  for (let j: usize = 0; j < bytes; j += 16) total = f32x4.add(total, f32x4.mul(v128.load(look + j), v128.load(slopes + j)));
  const mean = f32x4.splat(sumOfLanes(total));
  for (let j: usize = 0; j < bytes; j += 16)
    v128.store(slopes + j, f32x4.mul(v128.load(look + j), f32x4.sub(v128.load(slopes + j), mean)));
}
