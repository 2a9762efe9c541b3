/** How far two pictures are apart: the root of the mean squared difference of their pixels. */
export function difference(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum / a.length);
}

/** One step from the picture that is seen towards the expected one, while `left` steps are left. */
export function stepTowards(seen: number[], expected: number[], left: number): number[] {
  return seen.map((pixel, i) => pixel + (expected[i]! - pixel) / left);
}

/** The pictures on the way out of noise, one after each step towards what is expected then. */
export function allSteps(noise: number[], expectations: number[][]): number[][] {
  let seen = noise;
  return expectations.map((expected, k) => {
    seen = stepTowards(seen, expected, expectations.length - k);
    return seen;
  });
}
