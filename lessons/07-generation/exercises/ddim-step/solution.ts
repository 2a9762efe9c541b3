/** On the straight path, the picture and the noise of a point that always has this velocity. */
export function guesses(x: number[], velocity: number[], t: number): number[][] {
  return [
    x.map((value, i) => value + (1 - t) * velocity[i]!),
    x.map((value, i) => value - t * velocity[i]!),
  ];
}

/** The spread of the fresh noise from one time to the next, by the strengths of signal and noise at both. */
export function freshSpread(
  signal: number,
  strength: number,
  nextSignal: number,
  nextStrength: number,
  eta: number,
): number {
  const ratio = signal / nextSignal;
  const added = strength ** 2 - ratio ** 2 * nextStrength ** 2;
  return (eta * Math.sqrt(added) * nextStrength) / strength;
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
  const kept = Math.sqrt(Math.max(0, strength ** 2 - spread ** 2));
  return picture.map((value, i) => signal * value + kept * noise[i]! + spread * fresh[i]!);
}
