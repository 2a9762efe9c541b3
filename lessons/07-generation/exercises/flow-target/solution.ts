/** The velocity of signal · picture + noise strength · noise, by the slopes of the two strengths. */
export function velocityTarget(
  picture: number[],
  noise: number[],
  signalSlope: number,
  noiseSlope: number,
): number[] {
  return picture.map((value, j) => signalSlope * value + noiseSlope * noise[j]!);
}

/** The mean squared difference of what the network said and what it should have said. */
export function flowLoss(said: number[], target: number[]): number {
  let sum = 0;
  for (let j = 0; j < said.length; j++) sum += (said[j]! - target[j]!) ** 2;
  return sum / said.length;
}

/** Where a point gets that keeps its velocity from the time `t` to 1. */
export function guessFrom(x: number[], velocity: number[], t: number): number[] {
  return x.map((value, j) => value + (1 - t) * velocity[j]!);
}

/** Where it is at the time `next`. */
export function eulerStep(x: number[], velocity: number[], t: number, next: number): number[] {
  return x.map((value, j) => value + (next - t) * velocity[j]!);
}
