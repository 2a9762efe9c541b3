/** The picture at the time `t` of the straight path: all noise at 0, all picture at 1. */
export function noised(picture: number[], noise: number[], t: number): number[] {
  return picture.map((value, j) => t * value + (1 - t) * noise[j]!);
}

/** The noise in `noisy` if the picture is `guess`. */
export function noiseIn(noisy: number[], guess: number[], t: number): number[] {
  return noisy.map((value, j) => (value - t * guess[j]!) / (1 - t));
}

/** The mean of the pictures, each by its probability after `noisy` was seen. */
export function bestGuess(noisy: number[], pictures: number[][], t: number): number[] {
  const distances = pictures.map((picture) => squaredDistance(noisy, picture, t));
  const least = Math.min(...distances);
  const weights = distances.map((distance) => Math.exp((least - distance) / (2 * (1 - t) ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const guess: number[] = noisy.map(() => 0);
  for (let i = 0; i < pictures.length; i++)
    for (let j = 0; j < guess.length; j++) guess[j]! += (weights[i]! / total) * pictures[i]![j]!;
  return guess;
}

/** How far `noisy` is from the picture as it would be without noise at the time `t`. */
function squaredDistance(noisy: number[], picture: number[], t: number): number {
  return picture.reduce((sum, value, j) => sum + (noisy[j]! - t * value) ** 2, 0);
}
