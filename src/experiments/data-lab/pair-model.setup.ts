/**
 * Two flows that differ in nothing but what they learn from: the same first weights, and in each step the same chance and a batch each, whose
 * pictures are drawn by the same numbers.
 */
import {type NamedArrays, partWith, withPrefix} from "../../lib/array.js";
import type {FlowModel} from "../../lib/models/flow/flow-model.js";
import type {LiveValue} from "../../lib/models/live-params.js";
import type {Model} from "../../lib/models/model.js";
import {checkArrays, checkNames, shapesOf} from "../../lib/models/model-state.js";
import {Random} from "../../lib/random.js";
import type * as tf from "../../lib/tf.js";

export const sides = ["control", "changed"] as const;
export type Side = (typeof sides)[number];
export type PerSide<T> = Readonly<Record<Side, T>>;

/** Pictures [B, …] and labels [B] of the control, and of the other one. */
export type PairBatch = {
  readonly x: tf.Tensor;
  readonly label: tf.Tensor;
  readonly changedX: tf.Tensor;
  readonly changedLabel: tf.Tensor;
};

export class PairModel implements Model<PairBatch> {
  readonly networks: Readonly<Record<string, tf.LayersModel>>;
  readonly #flows: PerSide<FlowModel>;
  readonly #shapes: Readonly<Record<string, readonly number[]>>;

  private constructor(flows: PerSide<FlowModel>, first: NamedArrays) {
    this.#flows = flows;
    this.#shapes = shapesOf(first);
    this.networks = Object.fromEntries(sides.map((side) => [side, flows[side].networks.denoiser]));
  }

  /** Takes the flows over: `dispose` frees them. */
  static async of(flows: PerSide<FlowModel>): Promise<PairModel> {
    return new PairModel(flows, await stateOf(flows));
  }

  async step({x, label, changedX, changedLabel}: PairBatch, random: Random) {
    const chance = random.bits();
    const {control, changed} = this.#flows;
    const {loss: controlLoss} = await control.step({x, label}, new Random(chance));
    const {loss} = await changed.step({x: changedX, label: changedLabel}, new Random(chance));
    return {controlLoss, loss};
  }

  set(name: string, value: LiveValue): void {
    for (const side of sides) this.#flows[side].set(name, value);
  }

  state(): Promise<NamedArrays> {
    return stateOf(this.#flows);
  }

  restore(state: NamedArrays): void {
    checkNames(state, this.#shapes);
    checkArrays(state, this.#shapes);
    for (const side of sides) this.#flows[side].restore(partWith(`${side}/`, state));
  }

  dispose(): void {
    for (const side of sides) this.#flows[side].dispose();
  }
}

async function stateOf(flows: PerSide<FlowModel>): Promise<NamedArrays> {
  const parts = await Promise.all(
    sides.map(async (side) => withPrefix(`${side}/`, await flows[side].state())),
  );
  return Object.assign({}, ...parts);
}
