/** The number of the bin of a probability. */
export function binOf(p: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(p * bins));
}

/** How far what is said is from what is so. */
export function calibrationError(probabilities: number[], truths: number[], bins: number): number {
  const counts = new Array(bins).fill(0);
  const said = new Array(bins).fill(0);
  const made = new Array(bins).fill(0);
  probabilities.forEach((p, i) => {
    const bin = binOf(p, bins);
    counts[bin] += 1;
    said[bin] += p;
    made[bin] += truths[i]!;
  });
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    if (counts[bin] === 0) continue;
    const apart = Math.abs(said[bin] / counts[bin] - made[bin] / counts[bin]);
    error += (counts[bin] / probabilities.length) * apart;
  }
  return error;
}

/** Of all alarms the share that is right. */
export function rightAlarms(found: number, falseAlarms: number, share: number): number {
  const right = found * share;
  const wrong = falseAlarms * (1 - share);
  return right + wrong === 0 ? 0 : right / (right + wrong);
}
