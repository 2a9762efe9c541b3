/**
 * A network of dense layers in plain arithmetic, with its way back and Adam (Kingma & Ba, 2015):
 *
 *   y = f(W x + b),  f leaky ReLU (0.2 below 0), ReLU, or nothing
 *
 * Rows are [batch, units], flat. Only + - * / and sqrt are used, so a seed gives the same weights in every engine.
 */
import {activations, type LayerShape} from "../../lib/grading/layer-shape.js";
import type {Random} from "../../lib/random.js";

interface Layer {
  readonly inputs: number;
  readonly units: number;
  /** Slope below 0. */
  readonly below: number;
  /** [inputs + 1, units], the biases last. */
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

const beta1 = 0.5;
const beta2 = 0.99;

export class DenseNetwork {
  readonly #layers: readonly Layer[];
  /** What went into each layer, and what came out of the last. */
  #seen: Float64Array[] = [];
  #steps = 0;

  /** `shapes` of all layers, the output's last; weights by He and others (2015). */
  constructor(inputs: number, shapes: readonly LayerShape[], random: Random) {
    this.#layers = shapes.map(({width, activation}, i) => {
      const before = shapes[i - 1]?.width ?? inputs;
      const size = (before + 1) * width;
      const scale = Math.sqrt(2 / before);
      const weights = new Float64Array(size);
      for (let k = 0; k < before * width; k++) weights[k] = scale * random.normal();
      return {
        inputs: before,
        units: width,
        below: activations[activation],
        weights,
        slopes: new Float64Array(size),
        mean: new Float64Array(size),
        square: new Float64Array(size),
      };
    });
  }

  forward(rows: Float64Array): Float64Array {
    this.#seen = [rows];
    for (const layer of this.#layers) this.#seen.push(outputOf(layer, this.#seen.at(-1)!));
    return this.#seen.at(-1)!;
  }

  /** Adds to the slopes of the weights, given those of the last output, and gives those of the input. */
  backward(slopes: Float64Array): Float64Array {
    let onward = slopes;
    for (let i = this.#layers.length - 1; i >= 0; i--)
      onward = back(this.#layers[i]!, this.#seen[i]!, this.#seen[i + 1]!, onward);
    return onward;
  }

  forget(): void {
    for (const {slopes} of this.#layers) slopes.fill(0);
  }

  /** One step of Adam down the slopes. */
  move(rate: number): void {
    this.#steps++;
    const [first, second] = [1 - beta1 ** this.#steps, 1 - beta2 ** this.#steps];
    for (const {weights, slopes, mean, square} of this.#layers)
      for (let k = 0; k < weights.length; k++) {
        const slope = slopes[k]!;
        mean[k] = beta1 * mean[k]! + (1 - beta1) * slope;
        square[k] = beta2 * square[k]! + (1 - beta2) * slope * slope;
        weights[k]! -= (rate * (mean[k]! / first)) / (Math.sqrt(square[k]! / second) + 1e-8);
      }
  }
}

function outputOf({inputs, units, below, weights}: Layer, rows: Float64Array): Float64Array {
  const count = rows.length / inputs;
  const out = new Float64Array(count * units);
  for (let n = 0; n < count; n++)
    for (let u = 0; u < units; u++) {
      let sum = weights[inputs * units + u]!;
      for (let i = 0; i < inputs; i++) sum += rows[n * inputs + i]! * weights[i * units + u]!;
      out[n * units + u] = sum < 0 ? below * sum : sum;
    }
  return out;
}

function back(layer: Layer, rows: Float64Array, out: Float64Array, onOut: Float64Array) {
  const {inputs, units, below, weights, slopes} = layer;
  const count = rows.length / inputs;
  const onRows = new Float64Array(rows.length);
  for (let n = 0; n < count; n++)
    for (let u = 0; u < units; u++) {
      const at = n * units + u;
      const slope = out[at]! > 0 ? onOut[at]! : below * onOut[at]!;
      slopes[inputs * units + u]! += slope;
      for (let i = 0; i < inputs; i++) {
        slopes[i * units + u]! += slope * rows[n * inputs + i]!;
        onRows[n * inputs + i]! += slope * weights[i * units + u]!;
      }
    }
  return onRows;
}
