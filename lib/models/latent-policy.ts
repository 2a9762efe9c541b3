/**
 * A policy over the codes of a frozen generator, which learns by reward, and a leash to the codes that the generator was made for:
 *
 *     z ~ N(μ, σ²)          J = E[R(z)] - β KL(N(μ, σ²) || N(0, 1))
 *     KL = ½ Σ (μ² + σ² - 1) - ln σ
 *
 *     dJ/dμ    ≈ mean (R - R̄) (z - μ) / σ²         - β μ                REINFORCE (Williams, 1992) with the mean as baseline,
 *     dJ/dln σ ≈ mean (R - R̄) ((z - μ)²/σ² - 1)    - β (σ² - 1)         and the leash's own slope, which is known
 *
 * Moved by Adam (Kingma & Ba, 2015). Plain arithmetic; μ and ln σ are [k], codes [n, k].
 */
import type {NamedArrays} from "../array.js";
import {exponential} from "../exact-functions.js";
import {checkArrays, checkNames} from "./model-state.js";

const [beta1, beta2, epsilon] = [0.9, 0.99, 1e-8];
/** σ stays within e^±3: it may all but vanish, and what is drawn stays finite. */
const furthestLog = 3;

export class LatentPolicy {
  readonly size: number;
  /** μ, then ln σ. */
  #values: Float64Array;
  /** Adam's m, then v. */
  #slots: Float64Array;
  #steps = 0;

  constructor(size: number) {
    this.size = size;
    this.#values = new Float64Array(2 * size);
    this.#slots = new Float64Array(4 * size);
  }

  get steps(): number {
    return this.#steps;
  }

  get means(): Float64Array {
    return this.#values.subarray(0, this.size);
  }

  /** σ, [k] */
  get deviations(): Float64Array {
    return this.#values.subarray(this.size).map(exponential);
  }

  /** Codes for standard normal `noise` [n, k]. */
  codes(noise: Float32Array): Float32Array {
    const [means, deviations] = [this.means, this.deviations];
    return noise.map((value, at) => means[at % this.size]! + deviations[at % this.size]! * value);
  }

  /** In nats: 0 before the first step. */
  divergence(): number {
    const logs = this.#values.subarray(this.size);
    return this.deviations.reduce(
      (sum, deviation, i) => sum + (this.means[i]! ** 2 + deviation ** 2 - 1) / 2 - logs[i]!,
      0,
    );
  }

  /** One step up J, by the `rewards` [n] of the codes that `noise` [n, k] gave. */
  learn(
    noise: Float32Array,
    rewards: ArrayLike<number>,
    {leash, learningRate}: {readonly leash: number; readonly learningRate: number},
  ): void {
    const slope = this.#slope(noise, rewards);
    const deviations = this.deviations;
    for (let i = 0; i < this.size; i++) {
      slope[i]! -= leash * this.means[i]!;
      slope[this.size + i]! -= leash * (deviations[i]! ** 2 - 1);
    }
    this.#climb(slope, learningRate);
  }

  state(): NamedArrays {
    return {
      "policy/values": {data: Float32Array.from(this.#values), shape: [this.#values.length]},
      "policy/slots": {data: Float32Array.from(this.#slots), shape: [this.#slots.length]},
      "policy/steps": {data: Float32Array.of(this.#steps), shape: [1]},
    };
  }

  restore(state: NamedArrays): void {
    const shapes = {
      "policy/values": [this.#values.length],
      "policy/slots": [this.#slots.length],
      "policy/steps": [1],
    };
    checkNames(state, shapes);
    checkArrays(state, shapes);
    this.#values = Float64Array.from(state["policy/values"]!.data);
    this.#slots = Float64Array.from(state["policy/slots"]!.data);
    this.#steps = state["policy/steps"]!.data[0]!;
  }

  /** What the rewards say alone. (z - μ)/σ is the noise. */
  #slope(noise: Float32Array, rewards: ArrayLike<number>): Float64Array {
    const count = noise.length / this.size;
    const mean = Array.from(rewards).reduce((sum, reward) => sum + reward, 0) / count;
    const deviations = this.deviations;
    const slope = new Float64Array(2 * this.size);
    for (const [at, value] of noise.entries()) {
      const i = at % this.size;
      const gain = (rewards[Math.floor(at / this.size)]! - mean) / count;
      slope[i]! += (gain * value) / deviations[i]!;
      slope[this.size + i]! += gain * (value * value - 1);
    }
    return slope;
  }

  /** Values are kept in single precision, so that a run taken up at a checkpoint goes on as it would have. */
  #climb(slope: Float64Array, learningRate: number): void {
    this.#steps += 1;
    const [m, v] = [this.#slots.subarray(0, slope.length), this.#slots.subarray(slope.length)];
    const [first, second] = [1 - power(beta1, this.#steps), 1 - power(beta2, this.#steps)];
    for (const [i, value] of slope.entries()) {
      m[i] = Math.fround(beta1 * m[i]! + (1 - beta1) * value);
      v[i] = Math.fround(beta2 * v[i]! + (1 - beta2) * value * value);
      const way = m[i]! / first / (Math.sqrt(v[i]! / second) + epsilon);
      const next = this.#values[i]! + learningRate * way;
      this.#values[i] = Math.fround(i < this.size ? next : within(next));
    }
  }
}

function within(logDeviation: number): number {
  return Math.max(-furthestLog, Math.min(furthestLog, logDeviation));
}

/** By products, which are the same everywhere. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
