/**
 * Two painters that do not learn, to compare with one that does.
 *
 * - at random: every stroke is as likely as any other
 * - by trying: before each stroke the reward of every one is looked up, and the best is taken. A learner has no such list. It is no upper
 *   bound: a stroke that is best now may be in the way later
 */

import {Painting} from "../painting.js";
import type {Random} from "../random.js";
import {actionCount} from "../strokes.js";

/** The return of `strokes` random strokes. */
export function paintAtRandom(target: Float32Array, strokes: number, random: Random): number {
  const painting = new Painting(target);
  for (let i = 0; i < strokes; i++) painting.paint(random.integer(actionCount));
  return 1 - painting.error;
}

/** The painting that always takes the stroke with the largest reward; it stops when none helps. */
export function paintByTrying(target: Float32Array, strokes: number): Painting {
  const painting = new Painting(target);
  for (let i = 0; i < strokes; i++) {
    const best = bestAction(painting);
    if (painting.rewardOf(best) <= 0) break;
    painting.paint(best);
  }
  return painting;
}

function bestAction(painting: Painting): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY];
  for (let action = 0; action < actionCount; action++) {
    const reward = painting.rewardOf(action);
    if (reward > most) [best, most] = [action, reward];
  }
  return best;
}
