/** x with its known pixels as those of the picture in noise at time t. */
export function putBack(
  x: number[],
  known: number[],
  picture: number[],
  noise: number[],
  t: number,
): number[] {
  return x.map((value, i) => (known[i] === 1 ? t * picture[i]! + (1 - t) * noise[i]! : value));
}

/** A step of Euler's from t to next, and what is known put back. */
export function fillStep(
  x: number[],
  known: number[],
  picture: number[],
  noise: number[],
  velocity: number[],
  t: number,
  next: number,
): number[] {
  const moved = x.map((value, i) => value + (next - t) * velocity[i]!);
  return putBack(moved, known, picture, noise, next);
}

/** Points of the time next, taken back to t by fresh noise. */
export function turnBack(x: number[], fresh: number[], t: number, next: number): number[] {
  const left = t / next;
  const strength = Math.sqrt((1 - t) ** 2 - (left * (1 - next)) ** 2);
  return x.map((value, i) => left * value + strength * fresh[i]!);
}
