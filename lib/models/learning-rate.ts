/**
 * A learning rate that falls in a straight line to a tenth and stays there:
 *
 *   rate(t) = rate · max(1 - 0.9 t / n, 0.1)
 *
 * Large steps at first get somewhere soon; small ones at last let the noise of the batches average out. A line has the same bits
 * everywhere, which an exponential or a cosine has not.
 */
const least = 0.1;

/** The rate of the step that follows `steps` others. `decaySteps` is n, 0 for a rate that stays. */
export function learningRateAt(rate: number, steps: number, decaySteps: number): number {
  return decaySteps > 0 ? rate * Math.max(least, 1 - (1 - least) * (steps / decaySteps)) : rate;
}
