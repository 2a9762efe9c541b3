/**
 * A round of a GAN whose generator goes down a loss L that is computed elsewhere, of the logits f of its samples. What arrives is L and how it
 * changes with each logit; the chain rule does the rest, since
 *
 *     sum_i f_i · dL/df_i,   with dL/df_i as constants,
 *
 * has the same gradient in the generator's weights as L.
 */
import type {OutsideLoss} from "../driving/driven-loss.js";
import type {Random} from "../random.js";
import * as tf from "../tf.js";
import type {GanBatch} from "./gan-condition.js";
import type {GanGame, GanStep, Round} from "./gan-game.js";

export interface Turn {
  readonly batch: GanBatch;
  readonly random: Random;
  readonly kind: GanStep | undefined;
}

/** A round, with the loss of the generator where that is not the game's own. */
export type ToldRound = Round & {readonly told?: number};

/** Plays it, its last part in `take`, which reads numbers of it. The discriminator moves before the loss is asked for. */
export async function drivenRound<T>(
  game: GanGame,
  lossOf: OutsideLoss,
  {batch, random, kind}: Turn,
  take: (play: () => ToldRound) => Promise<T>,
): Promise<T> {
  const judged = kind === "generator" ? undefined : judgedRound(game, batch, random);
  const logits =
    kind === "discriminator" ? judged!.fooled : tf.tidy(() => game.foresee(batch, random));
  try {
    const {loss: told, gradient} = await lossOf(Float32Array.from(await logits.data()));
    return await take(() => {
      if (judged && kind === "discriminator") return {...judged, told};
      const round = game.play(batch, random, "generator", alongGradient(gradient));
      const {fooled, generatorGradients = []} = round;
      return {...(judged ? {...judged, fooled, generatorGradients} : round), told};
    });
  } finally {
    tf.dispose([logits, ...(judged ? [judged.real, judged.fake] : [])]);
    tf.dispose([...(judged?.discriminatorGradients ?? [])]);
  }
}

function judgedRound(game: GanGame, batch: GanBatch, random: Random): Round {
  return tf.tidy(() => {
    const round = game.play(batch, random, "discriminator");
    return round as Round & tf.TensorContainerObject;
  });
}

/** The sum above, for a `gradient` with a number for each logit. */
export function alongGradient(gradient: Float32Array) {
  return (logits: tf.Tensor): tf.Scalar =>
    tf.sum(tf.mul(logits, tf.tensor(gradient, logits.shape)));
}
