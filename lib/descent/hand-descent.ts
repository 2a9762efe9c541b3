/** Gradient descent on a small network, one step at a time, by whoever asks for it: w <- w - rate · slope. */
import {type Example, gradientOf, lossOf, type SmallNetwork, stepDown} from "./small-network.js";

export interface DescentTask {
  readonly network: SmallNetwork;
  readonly examples: readonly Example[];
  /** Examples that a step looks at, in turn. When it has looked at all, that was an epoch. */
  readonly perStep: number;
}

/** The weights after so many steps, and their loss over all examples. */
export interface DescentPlace {
  readonly weights: readonly number[];
  readonly loss: number;
}

export class HandDescent {
  readonly task: DescentTask;
  /** From the start to where it is now. */
  readonly places: DescentPlace[] = [];

  constructor(task: DescentTask, weights: readonly number[]) {
    this.task = task;
    this.places.push(this.#place(weights));
  }

  get now(): DescentPlace {
    return this.places.at(-1)!;
  }

  get steps(): number {
    return this.places.length - 1;
  }

  /** Whole passes over the examples. */
  get epochs(): number {
    return Math.floor((this.steps * this.task.perStep) / this.task.examples.length);
  }

  /** Whether the weights have left all bounds, as they do when each step leaps farther than the last. */
  get isLost(): boolean {
    return !this.now.weights.every((weight) => Math.abs(weight) < 1e6);
  }

  /** The examples that the next step looks at. */
  get batch(): readonly Example[] {
    const {examples, perStep} = this.task;
    const first = (this.steps * perStep) % examples.length;
    return examples.slice(first, first + perStep);
  }

  /** The slopes that the next step follows. */
  gradient(): number[] {
    return gradientOf(this.task.network, this.now.weights, this.batch);
  }

  step(rate: number): void {
    this.places.push(this.#place(stepDown(this.now.weights, this.gradient(), rate)));
  }

  back(): void {
    if (this.steps > 0) this.places.pop();
  }

  #place(weights: readonly number[]): DescentPlace {
    const {network, examples} = this.task;
    return {weights, loss: lossOf(network, weights, examples)};
  }
}
