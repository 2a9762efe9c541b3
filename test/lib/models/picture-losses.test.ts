import {beforeAll, describe, expect, test} from "vitest";
import {
  absoluteLoss,
  levelLoss,
  levelsOf,
  likeliestShades,
  squaredLoss,
} from "../../../lib/models/picture-losses.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

const numberOf = (tensor: tf.Tensor) => tensor.dataSync()[0]!;

beforeAll(startWasm);

describe("one pixel, five answers: black three times, white twice", () => {
  const answers = () => tf.tensor2d([-1, -1, -1, 1, 1], [5, 1]);
  const grid = Array.from({length: 41}, (_, i) => -1 + i / 20);
  const leastBy = (loss: (answer: tf.Tensor, pixels: tf.Tensor) => tf.Scalar) => {
    const costs = grid.map((a) => tf.tidy(() => numberOf(loss(tf.fill([5, 1], a), answers()))));
    return grid[costs.indexOf(Math.min(...costs))]!;
  };

  test("the mean costs least by squares, the median by absolute difference", () => {
    expect(leastBy(squaredLoss)).toBeCloseTo(-0.2, 6);
    expect(leastBy(absoluteLoss)).toBe(-1);
  });

  test("by levels the shares of the answers cost least, and the likeliest is the mode", () => {
    const cost = (black: number) =>
      tf.tidy(() => {
        const row = [Math.log(black), -20, -20, Math.log(1 - black)];
        return numberOf(levelLoss(tf.tensor2d(Array(5).fill(row)), answers()));
      });
    expect(cost(0.6)).toBeCloseTo(-0.6 * Math.log(0.6) - 0.4 * Math.log(0.4), 5);
    expect(cost(0.6)).toBeLessThan(Math.min(cost(0.55), cost(0.65)));
    const drawn = likeliestShades(tf.tensor2d([[2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 3, 0]]));
    const [black, white, grey] = drawn.dataSync();
    expect([black, white]).toEqual([-1, 1]);
    expect(grey).toBeCloseTo(1 / 3, 6);
  });

  test("levels go from black to white", () => {
    const shades = tf.tensor1d([-1, -0.51, -0.49, -0.01, 0.01, 0.49, 0.51, 1]);
    expect([...levelsOf(shades).dataSync()]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });
});
