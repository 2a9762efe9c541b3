/** On the straight path, the picture and the noise of a point that always has this velocity. */
export function guesses(x: number[], velocity: number[], t: number): number[][] {
  return [];
}

/** The spread of the fresh noise from one time to the next, by the strengths of signal and noise at both. */
export function freshSpread(
  signal: number,
  strength: number,
  nextSignal: number,
  nextStrength: number,
  eta: number,
): number {
  return Number.NaN;
}

/** The point at the next time, whose signal and noise strength these are. */
export function ddimStep(
  picture: number[],
  noise: number[],
  signal: number,
  strength: number,
  spread: number,
  fresh: number[],
): number[] {
  return [];
}
