/** The number of the bin of a probability. */
export function binOf(p: number, bins: number): number {
  return Number.NaN;
}

/** How far what is said is from what is so. */
export function calibrationError(probabilities: number[], truths: number[], bins: number): number {
  return Number.NaN;
}

/** Of all alarms the share that is right. */
export function rightAlarms(found: number, falseAlarms: number, share: number): number {
  return Number.NaN;
}
