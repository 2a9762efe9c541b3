/** The base of the optimisers: a `tf.Optimizer` whose step is one update by a rule, and whose state has TF.js's format. */
import * as tf from "@tensorflow/tfjs-core";
import type {Rule} from "./rule.js";
import {type NamedTensor, Slots} from "./slots.js";
import {update} from "./update.js";

export abstract class SlotOptimiser extends tf.Optimizer {
  readonly #slots: Slots;

  /** `kinds` are the names of the rule's slots in a saved state. */
  constructor(kinds: readonly string[]) {
    super();
    this.#slots = new Slots(kinds);
  }

  protected abstract readonly rule: Rule;
  /** The rule's numbers at this step. */
  protected abstract params(): readonly number[];

  /** Moves the variables of these names, which keep their place in the list from call to call. Those without gradient stay. */
  override applyGradients(gradients: tf.NamedTensorMap | NamedTensor[]): void {
    const named = asList(gradients);
    const weights = named.map(({name}) => registered(name));
    this.#slots.fit(weights);
    const updates = named.flatMap(({tensor}, i) =>
      tensor ? [{weights: weights[i]!, gradient: tensor, start: this.#slots.start(i)}] : [],
    );
    update(this.rule, updates, this.#slots.values, this.params());
    this.incrementIterations();
  }

  /** The number of steps and the slots. They are the optimiser's: a later call changes and `dispose` frees them. */
  override async getWeights(): Promise<NamedTensor[]> {
    return [await this.saveIterations(), ...this.#slots.read()];
  }

  /** Goes on from what `getWeights` gave, here or in TF.js's optimiser of the same name. Copies. */
  override async setWeights(values: NamedTensor[]): Promise<void> {
    const slots = await this.extractIterations(values);
    this.#slots.write(slots);
  }

  override dispose(): void {
    this.#slots.dispose();
  }
}

interface Gradient {
  readonly name: string;
  readonly tensor: tf.Tensor | null;
}

function asList(gradients: tf.NamedTensorMap | NamedTensor[]): readonly Gradient[] {
  if (Array.isArray(gradients)) return gradients;
  return Object.entries(gradients).map(([name, tensor]) => ({name, tensor}));
}

function registered(name: string): tf.Variable {
  const variable = tf.engine().registeredVariables[name];
  if (!variable) throw new Error(`unknown variable: ${name} (one that is not disposed)`);
  return variable;
}
