/** x with its known pixels as those of the picture in noise at time t. */
export function putBack(
  x: number[],
  known: number[],
  picture: number[],
  noise: number[],
  t: number,
): number[] {
  return [];
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
  return [];
}

/** Points of the time next, taken back to t by fresh noise. */
export function turnBack(x: number[], fresh: number[], t: number, next: number): number[] {
  return [];
}
