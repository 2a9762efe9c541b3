/**
 * Pictures as tokens, in two parts. First a code: an autoencoder whose 49 codes are entries of a codebook (van den Oord et al., 2017, eq. 3; the
 * entries follow by k-means instead of a gradient, appendix A.1):
 *
 *     L = -ln p(x | q(e(x))) + beta · commitment,   a mean over the batch, in nats per picture
 *
 * Then, with the code at rest, what its tokens are likely to be: one network guesses the next token, another the missing ones (token-network.ts).
 *
 *     L = mean of -ln p(token | those before it, class)  +  mean over missing ones of -ln p(token | those known, class)
 *
 * Pictures are [B, 28, 28, 1] in [-1, 1], labels [B].
 */
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import {Adam} from "./adam.js";
import {type CodeNetworks, codeNetworks} from "./code-networks.js";
import {Codebook} from "./codebook.js";
import {trainableWeights} from "./descent.js";
import {Learner} from "./learner.js";
import {learningRateAt} from "./learning-rate.js";
import {LiveParams} from "./live-params.js";
import type {Model} from "./model.js";
import {codeVectors, labelledSequence, redrawn} from "./token-code.js";
import {placeCount} from "./token-grid.js";
import {randomMasks} from "./token-masks.js";
import {type Guesser, guessTokens, tokenNetwork} from "./token-network.js";
import {nearestEntries} from "./vector-quantiser.js";

export interface PictureTokensOptions {
  /** Entries of the codebook. */
  readonly entries: number;
  /** Channels of encoder and decoder next to the picture. */
  readonly channels: number;
  /** Neurons at each place of the networks that guess. */
  readonly width: number;
  readonly learningRate: number;
  /** Weight of the commitment. */
  readonly commitment: number;
  readonly revives: boolean;
  /** Steps for the code, over which its rate falls to a tenth. */
  readonly codeSteps: number;
  /** Steps over which the rate of the guesses falls to a tenth. */
  readonly decaySteps: number;
}

/** Pictures and their labels. */
type Labelled = {readonly x: tf.Tensor; readonly label: tf.Tensor};
type Live = {readonly learningRate: number; readonly commitment: number};

/** D. */
export const codeSize = 8;
/** Pictures of a batch by which the part that rests is judged. */
const watched = 8;

/** The model of the run. Its live params are `learningRate` and `commitment`. */
export class PictureTokens extends Learner<Live> implements Model<Labelled, "tokens"> {
  readonly networks: CodeNetworks &
    Readonly<Record<Guesser | "codebook", tf.LayersModel>> &
    Readonly<Record<string, tf.LayersModel>>;
  readonly codebook: Codebook;
  readonly #options: PictureTokensOptions;
  readonly #optimisers: Readonly<Record<"codes" | "tokens", Adam>>;

  /** First weights are drawn by `random`; the codebook waits for `codebook.begin`. */
  constructor(options: PictureTokensOptions, random: Random) {
    const {learningRate, commitment} = options;
    const {encoder, decoder} = codeNetworks(options.channels, codeSize, random);
    const codebook = new Codebook({...options, codeSize});
    const next = tokenNetwork("next", options, random);
    const missing = tokenNetwork("missing", options, random);
    const optimisers = {
      codes: new Adam(trainableWeights(encoder, decoder)),
      tokens: new Adam(trainableWeights(next, missing)),
    };
    super({
      networks: {
        encoder,
        decoder,
        codebook: codebook.network,
        uses: codebook.uses,
        next,
        missing,
      },
      optimisers,
      live: new LiveParams({learningRate, commitment}),
    });
    this.networks = {encoder, decoder, codebook: codebook.network, next, missing};
    this.codebook = codebook;
    this.#options = options;
    this.#optimisers = optimisers;
  }

  /** Whether whole steps are for the tokens by now. */
  get hasCode(): boolean {
    return this.#optimisers.codes.steps >= this.#options.codeSteps;
  }

  /** A whole step is one for the code, until that has had its steps, and then one for the tokens; of the kind `tokens` it is that at once.
   * Its numbers are from before the update; those of the part that rests are of the batch's first pictures. */
  async step({x, label}: Labelled, random: Random, kind?: "tokens") {
    const forTokens = kind === "tokens" || this.hasCode;
    const {reconstruction, commitment, next, missing} = await this.take(() =>
      forTokens ? this.#learnTokens(x, label, random) : this.#learnCode(x, label, random),
    );
    return {reconstruction, commitment, next: next / Math.LN2, missing: missing / Math.LN2};
  }

  #learnCode(x: tf.Tensor, label: tf.Tensor, random: Random) {
    const {codes} = this.#optimisers;
    const {learningRate} = this.live.values;
    const rate = learningRateAt(learningRate, codes.steps, this.#options.codeSteps);
    const {vectors, reconstruction, commitment} = this.descend(codes, () => this.#redraw(x), rate);
    const tokens = nearestEntries(vectors, this.codebook.entries);
    this.codebook.follow(vectors, tokens, random);
    const few = tf.slice(tokens, [0, 0], [watchedOf(x) * placeCount, -1]) as tf.Tensor2D;
    const {next, missing} = this.#guess(few, first(label), random);
    return {reconstruction, commitment, next, missing};
  }

  #learnTokens(x: tf.Tensor, label: tf.Tensor, random: Random) {
    const {reconstruction, commitment} = this.#redraw(first(x));
    const {tokens} = this.#optimisers;
    const {learningRate} = this.live.values;
    const rate = learningRateAt(learningRate, tokens.steps, this.#options.decaySteps);
    const known = nearestEntries(codeVectors(this.#code, x), this.codebook.entries);
    const {next, missing} = this.descend(tokens, () => this.#guess(known, label, random), rate);
    return {reconstruction, commitment, next, missing};
  }

  get #code() {
    const {encoder, decoder} = this.networks;
    return {encoder, decoder, codebook: this.codebook};
  }

  #redraw(x: tf.Tensor) {
    return redrawn(this.#code, x, this.live.values.commitment);
  }

  /** Both guesses at one-hot `tokens` [n · 49, K] of pictures of `label` [n], in nats per token. */
  #guess(tokens: tf.Tensor2D, label: tf.Tensor, random: Random) {
    const [rows] = tokens.shape;
    const count = rows / placeCount;
    const mask = tf.tensor2d(randomMasks(count, placeCount, random), [rows, 1]);
    const guess = (guesser: Guesser, seen: tf.Tensor) => {
      const sequence = labelledSequence(seen, label);
      const logits = guessTokens(this.networks[guesser], guesser, sequence);
      return tf.neg(tf.sum(tf.mul(tokens, tf.logSoftmax(logits)), 1, true)); // [rows, 1]
    };
    const next = tf.mean(guess("next", tokens)) as tf.Scalar;
    const ofAll = guess("missing", tf.mul(tokens, tf.sub(1, mask)));
    const missing = tf.div(tf.sum(tf.mul(ofAll, mask)), tf.sum(mask)) as tf.Scalar;
    return {loss: tf.add(next, missing) as tf.Scalar, next, missing};
  }
}

function watchedOf({shape}: tf.Tensor): number {
  return Math.min(watched, shape[0]!);
}

function first(x: tf.Tensor): tf.Tensor {
  return tf.slice(x, 0, watchedOf(x));
}
