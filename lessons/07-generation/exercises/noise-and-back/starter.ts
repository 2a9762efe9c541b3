/** The picture at the time `t` of the straight path: all noise at 0, all picture at 1. */
export function noised(picture: number[], noise: number[], t: number): number[] {
  return [];
}

/** The noise in `noisy` if the picture is `guess`. */
export function noiseIn(noisy: number[], guess: number[], t: number): number[] {
  return [];
}

/** The mean of the pictures, each by its probability after `noisy` was seen. */
export function bestGuess(noisy: number[], pictures: number[][], t: number): number[] {
  return [];
}
