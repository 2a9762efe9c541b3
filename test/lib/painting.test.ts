import {describe, expect, test} from "vitest";
import {Painting} from "../../lib/painting.js";
import {Random} from "../../lib/random.js";
import {actionCount, strokeInks} from "../../lib/strokes.js";

const blank = () => new Float32Array(784);
/** A target that is exactly one stroke. */
function strokeTarget(action: number): Float32Array {
  const target = blank();
  const {pixels, ink} = strokeInks()[action]!;
  pixels.forEach((pixel, i) => {
    target[pixel] = ink[i]!;
  });
  return target;
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
}

describe("Painting", () => {
  test("the one right stroke does the whole task", () => {
    const painting = new Painting(strokeTarget(700));
    expect(painting.error).toBe(1);
    expect(painting.paint(700)).toBeCloseTo(1, 6);
    expect(painting.error).toBeCloseTo(0, 6);
    expect([...painting.canvas]).toEqual([...strokeTarget(700)]);
  });

  test("a stroke elsewhere costs its own ink", () => {
    const painting = new Painting(strokeTarget(700));
    const share =
      squaredDistance(strokeTarget(0), blank()) / squaredDistance(strokeTarget(700), blank());
    expect(painting.paint(0)).toBeCloseTo(-share, 6);
  });

  test("a stroke painted twice earns nothing the second time", () => {
    const painting = new Painting(strokeTarget(700));
    painting.paint(701);
    const canvas = painting.canvas.slice();
    expect(painting.paint(701)).toBe(0);
    expect(painting.canvas).toEqual(canvas);
  });

  test("rewards add up to the improvement, whatever is painted", () => {
    const random = new Random(4);
    for (let round = 0; round < 20; round++) {
      const target = Float32Array.from({length: 784}, () => random.uniform());
      const painting = new Painting(target);
      let sum = 0;
      for (let i = 0; i < 15; i++) {
        const action = random.integer(actionCount);
        const told = painting.rewardOf(action);
        expect(painting.paint(action)).toBe(told);
        sum += told;
      }
      const left = squaredDistance(painting.canvas, target) / squaredDistance(blank(), target);
      expect(painting.error).toBeCloseTo(left, 6);
      expect(sum).toBeCloseTo(1 - left, 6);
    }
  });

  test("refuses what cannot be painted", () => {
    expect(() => new Painting(blank())).toThrow("invalid target: empty (some ink is needed)");
    expect(() => new Painting(new Float32Array(9))).toThrow("invalid target size: 9 (784)");
    const painting = new Painting(strokeTarget(3));
    expect(() => painting.paint(1568)).toThrow("invalid action: 1568 (an integer from 0 to 1567)");
    expect(() => painting.paint(-1)).toThrow("invalid action: -1");
  });
});
