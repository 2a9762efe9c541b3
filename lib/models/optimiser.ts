import type {NamedArrays} from "../array.js";
import type * as tf from "../tf.js";
import type {NamedShapes} from "./model-state.js";

/** What moves the weights of one network. It is given them once and counts its own steps. */
export interface Optimiser {
  readonly weights: readonly tf.Variable[];
  learningRate: number;
  /** Updates so far. */
  readonly steps: number;
  /** Moves the weights against `gradients`, which are in the order of the weights and stay the caller's. */
  apply(gradients: readonly tf.Tensor[]): void;
  /** All it needs to go on, under names that begin with `prefix`. Copies. */
  state(prefix: string): Promise<NamedArrays>;
  /** Shapes by name of what `restore` takes. */
  shapes(prefix: string): NamedShapes;
  /** Puts back what `state` gave, out of a larger set. Throws a RangeError before anything has changed. */
  restore(prefix: string, state: NamedArrays): void;
  dispose(): void;
}
