import type {NamedArrays} from "../array.js";
import type {Random} from "../random.js";
import type * as tf from "../tf.js";
import type {LiveValue} from "./live-params.js";
import type {Batch} from "./tensor-batches.js";

/** Numbers of one step, by curve name. */
export type Scalars = Readonly<Record<string, number>>;

/**
 * A trainable model. It owns tensors; whoever made it calls `dispose`. It never reads a clock or `Math.random`.
 * Same signature for every model, so that training, checkpoints and exports know none of them. `Parts` are what it takes of a batch,
 * `Kinds` the kinds of step that it knows beside the whole one.
 */
export interface Model<Parts extends Batch = Batch, Kinds extends string = string> {
  /** The networks by name, as plain LayersModels: what is exported and looked into. */
  readonly networks: Readonly<Record<string, tf.LayersModel>>;
  /** One optimiser step on a batch; resolves to the curves' numbers. A whole one unless a kind is told.
   * Frees what it makes. */
  step(batch: Parts, random: Random, kind?: Kinds): Promise<Scalars>;
  /** Changes a `live` param. Throws a RangeError for a name it does not know. */
  set(name: string, value: LiveValue): void;
  /** All that a run needs to go on bit-equal: weights, averages, optimiser slots and counters. Copies. */
  state(): Promise<NamedArrays>;
  /** Puts a `state()` back. Throws when a name or shape does not fit; then nothing has changed. */
  restore(state: NamedArrays): void;
  dispose(): void;
}
