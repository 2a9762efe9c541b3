/**
 * Input gradient of a convolution (see convolution.ts) whose input has few channels, such as a picture: a matrix product gives
 * what each value of dy contributes to each tap, and the contributions of a row of taps, which lie side by side, are added.
 *
 *   P[p, (a, b, i)] = sum over o of dy[p, o] · W[a, b, i, o]        dx[s p + a - top, s q + b - left, i] += P[(p, q), (a, b, i)]
 */
import {panels} from "./matrix-product";
import {packPanel, padStart, panelBytes, panelWidth, startBytes} from "./pack";
import {copyPadded, pictureBytes} from "./padding";
import {held, release, room} from "./scratch";
import {setRuns} from "./tile";

/** dy [n, oh, ow, co], W [kh, kw, ci, co] -> dx [n, h, w, ci] */
export function convolveInputGradientFew(
  dy: usize, n: i32, oh: i32, ow: i32, co: i32, filter: usize, kh: i32, kw: i32, ci: i32,
  sh: i32, sw: i32, top: i32, left: i32, dx: usize, h: i32, w: i32,
): void {
  const mark = held(), taps = kh * kw * ci;
  const start = room(startBytes(taps)), packed = room(panelBytes(co, taps)), shares = room(pictureBytes(oh, ow, taps));
  padStart(0, taps, start);
  let q = packed;
  for (let c = 0; c < taps; c += 8)
    q = packPanel(filter + (<usize>(c * co) << 2), 4, <usize>co << 2, co, min(8, taps - c), panelWidth(c, taps), q);
  const rows = (oh - 1) * sh + kh, columns = (ow - 1) * sw + kw;
  const wholeBytes = pictureBytes(rows, columns, ci), whole = room(wholeBytes);
  setRuns(1, 0, 1, 0, co, 4);
  // Places before the first window and behind the last one get nothing.
  if (top < 0 || left < 0 || rows - top < h || columns - left < w) memory.fill(dx, 0, <usize>(n * h * w * ci) << 2);
  for (let i = 0; i < n; i++) {
    panels(dy + (<usize>(i * oh * ow * co) << 2), <usize>co << 2, shares, oh * ow, taps, co, packed, start);
    memory.fill(whole, 0, wholeBytes);
    addShares(shares, oh, ow, kh, kw * ci, <usize>(sh * columns * ci) << 2, <usize>(sw * ci) << 2, <usize>(columns * ci) << 2, whole);
    copyPadded(whole, rows, columns, ci, dx + (<usize>(i * h * w * ci) << 2), h, w, -top, -left);
  }
  release(mark);
}

function addShares(
  shares: usize, oh: i32, ow: i32, kh: i32, run: i32, rowStep: usize, pixelStep: usize, tapStep: usize, whole: usize,
): void {
  const bytes = <usize>run << 2;
  let p = shares;
  for (let r = 0; r < oh; r++)
    for (let c = 0; c < ow; c++) {
      let to = whole + <usize>r * rowStep + <usize>c * pixelStep;
      for (let a = 0; a < kh; a++, to += tapStep, p += bytes) addRun(to, p, bytes);
    }
}

@inline
function addRun(to: usize, from: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16)
    v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(from + i));
}
