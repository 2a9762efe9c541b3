/** One code for each picture: its mean, moved by noise that is as wide as its log-variance says. */
export function reparameterise(mu: number[][], logvar: number[][], eps: number[][]): number[][] {
  return [];
}

/** What arrives at each mean and each log-variance, given what arrived at each number of the codes. */
export function reparameteriseGradient(
  gradient: number[][],
  logvar: number[][],
  eps: number[][],
): {mu: number[][]; logvar: number[][]} {
  return {mu: [], logvar: []};
}
