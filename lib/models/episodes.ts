/**
 * Episodes: a policy paints several targets at once, a stroke on each in turn. What is kept is all that a policy gradient needs.
 */

import {Painting} from "../painting.js";
import type {Random} from "../random.js";
import {actionCount, canvasSide} from "../strokes.js";
import * as tf from "../tf.js";
import {drawCategorical, mostProbable} from "./categorical.js";

/** B episodes of T strokes. Rows [B · T] go stroke by stroke within an episode. */
export interface Episodes {
  /** Target and canvas before each stroke, [B · T, 28, 28, 2] */
  readonly observations: Float32Array;
  readonly actions: Int32Array;
  readonly rewards: Float32Array;
  /** Share of the task still to do before each stroke. */
  readonly errors: Float32Array;
  /** The policy before each stroke, [B · T, 1568]; only if asked for. */
  readonly probabilities?: Float32Array;
  readonly paintings: readonly Painting[];
}

export interface Play {
  readonly strokes: number;
  /** Strokes are drawn from softmax(logits / temperature): 1 is the policy itself, less is surer of itself; 0 takes the most
   * probable stroke. */
  readonly temperature: number;
  /** Keep the probabilities. */
  readonly isWatched?: boolean;
}

const observationSize = canvasSide * canvasSide * 2;

/** Paints each of `targets`, [28 · 28] in [0, 1]. */
export async function playEpisodes(
  policy: tf.LayersModel,
  targets: readonly Float32Array[],
  {strokes, temperature, isWatched = false}: Play,
  random: Random,
): Promise<Episodes> {
  const paintings = targets.map((target) => new Painting(target));
  const rows = targets.length * strokes;
  const kept = {
    observations: new Float32Array(rows * observationSize),
    actions: new Int32Array(rows),
    rewards: new Float32Array(rows),
    errors: new Float32Array(rows),
    ...(isWatched && {probabilities: new Float32Array(rows * actionCount)}),
    paintings,
  };
  for (let t = 0; t < strokes; t++) {
    const seen = observe(paintings);
    const probabilities = await policyOn(policy, seen, temperature);
    for (const [i, painting] of paintings.entries()) {
      const row = i * strokes + t;
      const pi = rowOf(probabilities, i, actionCount);
      const action = temperature === 0 ? mostProbable(pi) : drawCategorical(pi, random);
      kept.observations.set(rowOf(seen, i, observationSize), row * observationSize);
      kept.probabilities?.set(pi, row * actionCount);
      kept.actions[row] = action;
      kept.errors[row] = painting.error;
      kept.rewards[row] = painting.paint(action);
    }
  }
  return kept;
}

/** Target and canvas side by side for each pixel, [B, 28, 28, 2]. */
function observe(paintings: readonly Painting[]): Float32Array {
  const seen = new Float32Array(paintings.length * observationSize);
  for (const [i, {target, canvas}] of paintings.entries())
    for (let p = 0; p < target.length; p++) {
      seen[i * observationSize + 2 * p] = target[p]!;
      seen[i * observationSize + 2 * p + 1] = canvas[p]!;
    }
  return seen;
}

/** The policy's probabilities, [B, 1568], for `seen` [B, 28, 28, 2]. */
async function policyOn(
  policy: tf.LayersModel,
  seen: Float32Array,
  temperature: number,
): Promise<Float32Array> {
  const pi = tf.tidy(() => {
    const x = tf.tensor4d(seen, [seen.length / observationSize, canvasSide, canvasSide, 2]);
    const logits = policy.apply(x) as tf.Tensor2D;
    return tf.softmax(temperature > 0 ? tf.div(logits, temperature) : logits);
  });
  const probabilities = (await pi.data()) as Float32Array;
  pi.dispose();
  return probabilities;
}

function rowOf(values: Float32Array, row: number, size: number): Float32Array {
  return values.subarray(row * size, (row + 1) * size);
}
