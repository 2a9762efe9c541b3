/**
 * The agent's world: a black canvas, a target, and strokes of strokes.ts. The reward of a stroke is the part of the task
 * that it has done: with E = sum over pixels of (canvas - target)²,
 *
 *     r = (E before - E after) / E of the empty canvas
 *
 * so that the rewards of an episode add up to 1 - E at the end / E at the start: 1 for a perfect copy, 0 for an empty canvas
 * or one that is no better, below 0 for a worse one. A reward like this, the difference of a potential, asks for nothing else than
 * its sum (Ng, Harada & Russell, 1999). Targets are [28 · 28], 0 to 1.
 */
import {actionCount, canvasSide, strokeInks} from "./strokes.js";

export class Painting {
  readonly target: Float32Array;
  readonly canvas = new Float32Array(canvasSide * canvasSide);
  readonly #whole: number;
  #error: number;

  /** An empty canvas for `target`. Throws a RangeError for a target of another size or without any ink. */
  constructor(target: Float32Array) {
    this.target = target;
    if (target.length !== this.canvas.length)
      throw new RangeError(`invalid target size: ${target.length} (${this.canvas.length})`);
    this.#whole = target.reduce((sum, value) => sum + value * value, 0);
    if (!(this.#whole > 0)) throw new RangeError("invalid target: empty (some ink is needed)");
    this.#error = this.#whole;
  }

  /** Ink still missing or too much, as a share of the task: 1 at the start. */
  get error(): number {
    return this.#error / this.#whole;
  }

  /** Paints a stroke and returns its reward. */
  paint(action: number): number {
    const reward = this.rewardOf(action);
    const {pixels, ink} = strokeInks()[action]!;
    for (let i = 0; i < pixels.length; i++) {
      const pixel = pixels[i]!;
      if (ink[i]! > this.canvas[pixel]!) this.canvas[pixel] = ink[i]!;
    }
    this.#error -= reward * this.#whole;
    return reward;
  }

  /** The reward that a stroke would earn. Throws a RangeError for what is no action. */
  rewardOf(action: number): number {
    const stroke = strokeInks()[action];
    if (!stroke)
      throw new RangeError(`invalid action: ${action} (an integer from 0 to ${actionCount - 1})`);
    const {pixels, ink} = stroke;
    let gain = 0;
    for (let i = 0; i < pixels.length; i++) {
      const [before, wanted] = [this.canvas[pixels[i]!]!, this.target[pixels[i]!]!];
      if (ink[i]! > before) gain += (before - wanted) ** 2 - (ink[i]! - wanted) ** 2;
    }
    return gain / this.#whole;
  }
}
