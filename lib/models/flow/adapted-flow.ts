/**
 * A flow whose network has learned already and rests (picture-flow.ts), with an adapter (adapter.ts) that teaches it one class more:
 *
 *     L = mean of (network'(x_t, t, class) - velocity)²,   network' the network with the adapter's changes
 *
 * The loss is that of flow-model.ts. Slopes go through the whole network; only the adapter's numbers move.
 */
import type {Random} from "../../random.js";
import * as tf from "../../tf.js";
import {Adapter} from "../adapter.js";
import {Learner} from "../learner.js";
import {LiveParams} from "../live-params.js";
import type {Model} from "../model.js";
import {askNetwork, networkInputs} from "./ask-network.js";
import {kernelPass} from "./kernel-pass.js";
import type {Path} from "./path.js";
import type {PredictionKind} from "./predictions.js";
import type {Denoise} from "./sampling.js";
import {trainingPair} from "./targets.js";
import {drawTimes, type TimeDraw} from "./time-draws.js";

export interface AdaptedFlowOptions {
  /** The trained network, told one class more than it has learned. */
  readonly network: tf.LayersModel;
  /** Another of the same layers and weights: it draws, at any strength. */
  readonly drawer: tf.LayersModel;
  readonly rank: number;
  readonly path: Path;
  readonly kind: PredictionKind;
  readonly timeDraw: TimeDraw;
  readonly learningRate: number;
  /** Updates over which the learning rate falls to a tenth; 0 leaves it. */
  readonly decaySteps: number;
}

/** Pictures [B, s, s, c], and the class that each is told, [B, K]: zeros for one that is told none. */
export type ToldBatch = {readonly x: tf.Tensor; readonly condition: tf.Tensor};

export class AdaptedFlow extends Learner implements Model<ToldBatch> {
  readonly networks: {readonly denoiser: tf.LayersModel};
  readonly path: Path;
  readonly kind: PredictionKind;
  readonly #options: AdaptedFlowOptions;
  readonly #adapter: Adapter;
  #strength = 1;
  #written = -1;

  /** Takes the networks over: `dispose` frees them. */
  constructor(options: AdaptedFlowOptions, random: Random) {
    const {network, rank, decaySteps, learningRate} = options;
    const adapter = new Adapter({network, rank, row: "told/kernel"}, random);
    super({
      networks: {},
      optimisers: {adapter},
      decaySteps,
      live: new LiveParams({learningRate}),
    });
    this.networks = {denoiser: network};
    this.path = options.path;
    this.kind = options.kind;
    this.#options = options;
    this.#adapter = adapter;
  }

  /** Numbers that the adapter learns. */
  get adapterSize(): number {
    return this.#adapter.size;
  }

  /** One step. Its loss is from before the update. */
  async step({x: x1, condition}: ToldBatch, random: Random): Promise<{readonly loss: number}> {
    const {path, kind, timeDraw, network} = this.#options;
    const times = drawTimes(timeDraw, x1.shape[0]!, random);
    const noise = random.normals(x1.size);
    return this.learn(() => {
      const x0 = tf.tensor(noise, x1.shape);
      const {x, target} = trainingPair({x1, x0}, times, path, kind);
      const said = kernelPass(network, networkInputs(network, x, times, condition));
      return {loss: tf.mean(tf.squaredDifference(said, target)) as tf.Scalar};
    });
  }

  /** From now on it draws with the changes at `strength`: 0 the network as it was, 1 as learned. */
  drawAt(strength: number): void {
    if (!Number.isFinite(strength))
      throw new RangeError(`invalid strength: ${strength} (a finite number)`);
    if (strength !== this.#strength) this.#written = -1;
    this.#strength = strength;
  }

  /** The network as it draws, told `condition` [n, K], default nothing. */
  denoiser(condition?: Float32Array): Denoise {
    return (x, t) => askNetwork(this.#drawer(), x, t, condition, kernelPass);
  }

  override dispose(): void {
    super.dispose();
    this.#options.network.dispose();
    this.#options.drawer.dispose();
  }

  #drawer(): tf.LayersModel {
    const {drawer} = this.#options;
    if (this.#written !== this.version) this.#adapter.writeTo(drawer, this.#strength);
    this.#written = this.version;
    return drawer;
  }
}
