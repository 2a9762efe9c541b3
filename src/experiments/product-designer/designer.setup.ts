/**
 * A designer who learns from clicks: what has been taken gives a reward by lib/metrics/preference.ts, and a policy over the codes of a frozen
 * generator climbs it on a leash (lib/models/latent-policy.ts). The weights of the generator never move.
 */
import type {NamedArrays} from "../../lib/array.js";
import {type Preference, preferenceOf, worthOf} from "../../lib/metrics/preference.js";
import {LatentPolicy} from "../../lib/models/latent-policy.js";
import {LiveParams, type LiveValue} from "../../lib/models/live-params.js";
import type {Model} from "../../lib/models/model.js";
import type * as tf from "../../lib/tf.js";
import {choicesOf, clicksIn} from "./clicks.js";
import {clickSteps} from "./designer-params.js";
import {featureCount} from "./garment-features.js";
import type {Garments} from "./garments.setup.js";
import type {Offer} from "./offers.setup.js";

/** How little is expected of a shopper before the first click: 1 is a standard deviation of a nat for each weight. */
const ridge = 1;

export interface DesignerOptions {
  readonly garments: Garments;
  readonly offers: readonly Offer[];
  /** What a made-up shopper will take, round by round; without them the reader's own clicks count. */
  readonly made?: readonly number[];
  readonly leash: number;
  readonly learningRate: number;
  readonly choices: string;
}

export class Designer implements Model<{readonly x: tf.Tensor}> {
  readonly networks: {readonly generator: tf.Sequential};
  readonly policy: LatentPolicy;
  readonly #options: DesignerOptions;
  readonly #live: LiveParams<{readonly leash: number; readonly learningRate: number}>;
  #choices: string;
  #known: {readonly key: string; readonly preference: Preference} | undefined;

  constructor(options: DesignerOptions) {
    const {garments, leash, learningRate, choices} = options;
    this.networks = {generator: garments.decoder};
    this.policy = new LatentPolicy(garments.codeSize);
    this.#options = options;
    this.#live = new LiveParams({leash, learningRate});
    this.#choices = choices;
  }

  /** Of each round so far what was taken. */
  get clicks(): readonly (number | undefined)[] {
    const {made} = this.#options;
    return made
      ? made.slice(0, Math.floor(this.policy.steps / clickSteps))
      : clicksIn(this.#choices);
  }

  /** What the clicks so far speak for. */
  get preference(): Preference {
    const key = this.clicks.join();
    if (this.#known?.key !== key) {
      const choices = choicesOf(this.clicks, this.#options.offers);
      this.#known = {key, preference: preferenceOf(choices, {features: featureCount, ridge})};
    }
    return this.#known.preference;
  }

  /** Tries out the codes that `x` [B, k] gives, and moves the policy. The numbers are from before. */
  async step({x}: {readonly x: tf.Tensor}) {
    const noise = Float32Array.from(await x.data<"float32">());
    const {features} = await this.#options.garments.of(this.policy.codes(noise));
    const {weights} = this.preference;
    const rewards = features.map((each) => worthOf(weights, each));
    const divergence = this.policy.divergence();
    this.policy.learn(noise, rewards, this.#live.values);
    const reward = rewards.reduce((sum, each) => sum + each, 0) / rewards.length;
    return {reward, divergence};
  }

  set(name: string, value: LiveValue): void {
    if (name === "choices") this.#choices = String(value);
    else this.#live.set(name, value);
  }

  async state(): Promise<NamedArrays> {
    return this.policy.state();
  }

  restore(state: NamedArrays): void {
    this.policy.restore(state);
  }

  dispose(): void {
    this.networks.generator.dispose();
  }
}
