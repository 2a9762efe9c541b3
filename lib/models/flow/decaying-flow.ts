/**
 * A flow whose kernels each step draws towards 0, whatever its gradients say:
 *
 *     w <- (1 - rate d) w   before Adam's step, for kernels and not for biases
 *
 * (Loshchilov & Hutter, 2019, algorithm 2). The rate is the step's own, less what it has fallen by.
 */
import type {Random} from "../../random.js";
import {scaleKernels} from "../layered-network.js";
import {learningRateAt} from "../learning-rate.js";
import {type FlowBatch, FlowModel, type FlowOptions} from "./flow-model.js";

export interface DecayingFlowOptions extends FlowOptions {
  /** d, 0 or more; 0 leaves the kernels as they are. */
  readonly weightDecay: number;
}

export class DecayingFlow extends FlowModel {
  readonly #options: DecayingFlowOptions;

  constructor(options: DecayingFlowOptions) {
    if (!(options.weightDecay >= 0))
      throw new RangeError(`invalid weight decay: ${options.weightDecay} (a number from 0 on)`);
    super(options);
    this.#options = options;
  }

  override async step(batch: FlowBatch, random: Random): Promise<{readonly loss: number}> {
    const {network, weightDecay, decaySteps} = this.#options;
    const rate = learningRateAt(this.live.values.learningRate, this.steps, decaySteps);
    if (weightDecay > 0) scaleKernels(network, 1 - rate * weightDecay);
    return super.step(batch, random);
  }
}
