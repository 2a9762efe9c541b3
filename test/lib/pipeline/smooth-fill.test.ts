import {expect, test} from "vitest";
import {smoothlyFilled} from "../../../lib/pipeline/smooth-fill.js";

const side = 8;
const grid = (of: (row: number, column: number) => number) =>
  Float32Array.from({length: side * side}, (_, i) => of(Math.floor(i / side), i % side));
/** A hole of four by three pixels in the middle. */
const known = grid((row, column) => (row >= 2 && row < 6 && column >= 3 && column < 6 ? 0 : 1));

test("a ramp goes on through a hole, whatever stood there", () => {
  const ramp = grid((row, column) => 0.1 * row - 0.05 * column);
  const spoilt = ramp.map((value, i) => (known[i] === 1 ? value : 9));
  for (const [i, value] of smoothlyFilled(spoilt, side, known).entries())
    expect(value).toBeCloseTo(ramp[i]!, 4);
});

test("each missing pixel is the mean of its neighbours, and what is known stays", () => {
  const picture = grid((row, column) => ((row * 7 + column * 5) % 4) / 4);
  const filled = smoothlyFilled(picture, side, known);
  for (const [i, value] of filled.entries()) {
    if (known[i] === 1) expect(value).toBe(picture[i]);
    else {
      const around = [i - side, i + side, i - 1, i + 1].map((j) => filled[j]!);
      expect(value).toBeCloseTo(around.reduce((a, b) => a + b) / 4, 4);
    }
  }
});

test("a corner has two neighbours; with nothing known there is nothing to go by", () => {
  const corner = grid((row, column) => (row + column === 0 ? 0 : 1));
  const picture = grid((row, column) => (row === 0 ? 1 : column === 0 ? 0.5 : 0));
  expect(smoothlyFilled(picture, side, corner)[0]).toBeCloseTo(0.75, 5);
  expect(new Set(smoothlyFilled(picture, side, new Uint8Array(64)))).toEqual(new Set([0]));
  expect(() => smoothlyFilled(picture, 7, known)).toThrow(
    "invalid picture or mask: 64 and 64 values (49 each)",
  );
});
