// expect: you divide by the size of the batch
/** One code for each picture: its mean, moved by noise that is as wide as its log-variance says. */
export function reparameterise(mu: number[][], logvar: number[][], eps: number[][]): number[][] {
  return mu.map((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!));
}

/** What arrives at each mean and each log-variance, given what arrived at each number of the codes. */
export function reparameteriseGradient(
  gradient: number[][],
  logvar: number[][],
  eps: number[][],
): {mu: number[][]; logvar: number[][]} {
  return {
    mu: gradient.map((row) => row.map((g) => g / gradient.length)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2 / gradient.length),
    ),
  };
}
