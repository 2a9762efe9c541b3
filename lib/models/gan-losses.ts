/**
 * What a GAN's two networks push down, on the discriminator's logits r of real and f of generated samples.
 * sigma is the logistic function, s the target for real (one-sided label smoothing: Salimans et al., 2016, section 3.4).
 *
 *                    discriminator                                       generator
 *   non-saturating   -mean[s log sigma(r) + (1-s) log(1 - sigma(r))]     -mean[log sigma(f)]
 *                    -mean[log(1 - sigma(f))]
 *   minimax          the same                                            mean[log(1 - sigma(f))]
 *   least squares    mean[(r - 1)²] / 2 + mean[f²] / 2                   mean[(f - 1)²] / 2
 *   hinge            mean[max(0, 1 - r)] + mean[max(0, 1 + f)]           -mean[f]
 *   WGAN-GP          mean[f] - mean[r], and the penalty                  -mean[f]
 *
 * Minimax and non-saturating: Goodfellow et al., 2014, section 3. Least squares: Mao et al., 2017, eq. 9. Hinge: Lim & Ye, 2017,
 * section 2; Miyato et al., 2018, eq. 16 and 17. WGAN-GP: Gulrajani et al., 2017, eq. 3; its penalty is in gradient-penalty.ts. Logits [B, 1], any real number; losses [].
 */
import * as tf from "../tf.js";

export interface GanLoss {
  /** `smoothing` is the target for real, 0.5 to 1. Only the non-saturating loss has one. */
  discriminator(real: tf.Tensor, fake: tf.Tensor, smoothing: number): tf.Scalar;
  generator(fake: tf.Tensor): tf.Scalar;
  /** The discriminator's opinion that a sample is real, 0 to 1, with 0.5 for undecided. Same shape as the logits. */
  probability(logits: tf.Tensor): tf.Tensor;
  /** Whether the discriminator is a critic: its slope is penalised, and its logits mean something only by their differences, so that
   * `probability` takes them less the middle between real and generated. */
  readonly isCritic?: boolean;
}

const nonSaturating: GanLoss = {
  // -log sigma(x) = softplus(-x), which never overflows; hence -s log sigma(r) - (1-s) log(1-sigma(r)) = softplus(r) - s r.
  discriminator: (real, fake, smoothing) =>
    sum(tf.sub(tf.softplus(real), tf.mul(real, smoothing)), tf.softplus(fake)),
  generator: (fake) => tf.mean(tf.softplus(tf.neg(fake))),
  probability: (logits) => tf.sigmoid(logits),
};

/** The game as it is written. Its gradient in a logit is -sigma(f): nothing, once the discriminator is sure. */
const minimax: GanLoss = {
  ...nonSaturating,
  generator: (fake) => tf.neg(tf.mean(tf.softplus(fake))),
};

const leastSquares: GanLoss = {
  discriminator: (real, fake) => tf.mul(0.5, sum(tf.square(tf.sub(real, 1)), tf.square(fake))),
  generator: (fake) => tf.mul(0.5, tf.mean(tf.square(tf.sub(fake, 1)))),
  // The best discriminator's output is the probability itself (Mao et al., 2017, eq. 11).
  probability: (logits) => tf.clipByValue(logits, 0, 1),
};

const hinge: GanLoss = {
  discriminator: (real, fake) => sum(tf.relu(tf.sub(1, real)), tf.relu(tf.add(1, fake))),
  generator: (fake) => tf.neg(tf.mean(fake)),
  // Beyond its margins at -1 and 1 this loss is sure and pushes no further.
  probability: (logits) => tf.clipByValue(tf.mul(0.5, tf.add(logits, 1)), 0, 1),
};

const wasserstein: GanLoss = {
  // Minus this is how far apart the critic finds the two distributions: at best, their Wasserstein distance.
  discriminator: (real, fake) => tf.sub(tf.mean(fake), tf.mean(real)),
  generator: (fake) => tf.neg(tf.mean(fake)),
  probability: (logits) => tf.sigmoid(logits),
  isCritic: true,
};

export const ganLosses = {
  "non-saturating": nonSaturating,
  minimax,
  "least-squares": leastSquares,
  hinge,
  "wgan-gp": wasserstein,
} as const satisfies Readonly<Record<string, GanLoss>>;

export type GanLossName = keyof typeof ganLosses;

function sum(real: tf.Tensor, fake: tf.Tensor): tf.Scalar {
  return tf.add(tf.mean(real), tf.mean(fake));
}
