/** The velocity of signal · picture + noise strength · noise, by the slopes of the two strengths. */
export function velocityTarget(
  picture: number[],
  noise: number[],
  signalSlope: number,
  noiseSlope: number,
): number[] {
  return [];
}

/** The mean squared difference of what the network said and what it should have said. */
export function flowLoss(said: number[], target: number[]): number {
  return Number.NaN;
}

/** Where a point gets that keeps its velocity from the time `t` to 1. */
export function guessFrom(x: number[], velocity: number[], t: number): number[] {
  return [];
}

/** Where it is at the time `next`. */
export function eulerStep(x: number[], velocity: number[], t: number, next: number): number[] {
  return [];
}
