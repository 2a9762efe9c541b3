/**
 * Pictures of 14 x 14 pixels as 49 tokens, in two parts, as lib/models/picture-tokens.ts has them for larger ones: first a code, then a network
 * that guesses the next token. It is told no class: the first token of each sequence is always the same.
 *
 *     L = -ln p(x | q(e(x))) + commitment / 4        then, with the code at rest,        L = mean of -ln p(token | those before it)
 *
 * Pictures are [B, 14, 14, 1] in [-1, 1].
 */
import {Adam} from "../../lib/models/adam.js";
import {Codebook} from "../../lib/models/codebook.js";
import {trainableWeights} from "../../lib/models/descent.js";
import {Learner} from "../../lib/models/learner.js";
import {learningRateAt} from "../../lib/models/learning-rate.js";
import {LiveParams} from "../../lib/models/live-params.js";
import type {Model} from "../../lib/models/model.js";
import {codeVectors, labelledSequence, redrawn} from "../../lib/models/token-code.js";
import {placeCount} from "../../lib/models/token-grid.js";
import {guessTokens, tokenNetwork} from "../../lib/models/token-network.js";
import {nearestEntries} from "../../lib/models/vector-quantiser.js";
import type {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {codeSize, type SmallCodeNetworks, smallCodeNetworks} from "./small-code-networks.setup.js";

export interface SmallTokensOptions {
  /** Entries of the codebook. */
  readonly entries: number;
  readonly channels: number;
  /** Neurons at each place of the network that guesses. */
  readonly width: number;
  readonly learningRate: number;
  /** Steps for the code, over which its rate falls to a tenth, and those over which that of the guesses does. */
  readonly codeSteps: number;
  readonly decaySteps: number;
}

const commitmentWeight = 0.25;

type Pictures = {readonly x: tf.Tensor};

export class SmallTokens extends Learner implements Model<Pictures> {
  readonly networks: SmallCodeNetworks &
    Readonly<Record<"codebook" | "next", tf.LayersModel>> &
    Readonly<Record<string, tf.LayersModel>>;
  readonly codebook: Codebook;
  readonly #options: SmallTokensOptions;
  readonly #optimisers: Readonly<Record<"codes" | "tokens", Adam>>;

  /** First weights are drawn by `random`; the codebook waits for `codebook.begin`. */
  constructor(options: SmallTokensOptions, random: Random) {
    const {encoder, decoder} = smallCodeNetworks(options.channels, random);
    const codebook = new Codebook({...options, codeSize, revives: true});
    const next = tokenNetwork("next", options, random);
    const optimisers = {
      codes: new Adam(trainableWeights(encoder, decoder)),
      tokens: new Adam(trainableWeights(next)),
    };
    super({
      networks: {encoder, decoder, codebook: codebook.network, uses: codebook.uses, next},
      optimisers,
      live: new LiveParams({learningRate: options.learningRate}),
    });
    this.networks = {encoder, decoder, codebook: codebook.network, next};
    this.codebook = codebook;
    this.#options = options;
    this.#optimisers = optimisers;
  }

  /** One for the code, until that has had its steps, then one for the guesses. Its loss is in nats per picture, of whichever part learns. */
  step({x}: Pictures, random: Random) {
    const {codes} = this.#optimisers;
    return this.take(() =>
      codes.steps < this.#options.codeSteps ? this.#learnCode(x, random) : this.#learnTokens(x),
    );
  }

  #learnCode(x: tf.Tensor, random: Random) {
    const {codes} = this.#optimisers;
    const {codeSteps, learningRate} = this.#options;
    const rate = learningRateAt(learningRate, codes.steps, codeSteps);
    const {vectors, reconstruction} = this.descend(
      codes,
      () => redrawn(this.#code, x, commitmentWeight),
      rate,
    );
    const tokens = nearestEntries(vectors, this.codebook.entries);
    this.codebook.follow(vectors, tokens, random);
    return {loss: reconstruction};
  }

  #learnTokens(x: tf.Tensor) {
    const {tokens} = this.#optimisers;
    const {decaySteps, learningRate} = this.#options;
    const rate = learningRateAt(learningRate, tokens.steps, decaySteps);
    const known = nearestEntries(codeVectors(this.#code, x), this.codebook.entries);
    const {loss} = this.descend(tokens, () => ({loss: this.#guess(known)}), rate);
    return {loss: tf.mul(loss, placeCount) as tf.Scalar};
  }

  get #code() {
    const {encoder, decoder} = this.networks;
    return {encoder, decoder, codebook: this.codebook};
  }

  /** Of one-hot `tokens` [n · 49, K], in nats per token. */
  #guess(tokens: tf.Tensor2D): tf.Scalar {
    const label = tf.zeros([tokens.shape[0] / placeCount]); // the same class for all
    const logits = guessTokens(this.networks.next, "next", labelledSequence(tokens, label));
    return tf.neg(tf.mean(tf.sum(tf.mul(tokens, tf.logSoftmax(logits)), 1)));
  }
}
