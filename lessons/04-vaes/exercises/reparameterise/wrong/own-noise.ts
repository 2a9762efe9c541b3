// expect: you draw noise of your own
/** One code for each picture: its mean, moved by noise that is as wide as its log-variance says. */
export function reparameterise(mu: number[][], logvar: number[][], eps: number[][]): number[][] {
  return mu.map((row, i) => row.map((m, j) => m + Math.exp(logvar[i]![j]! / 2) * noise()));
}

/** Box and Muller's way from even chance to a normal one. */
function noise(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

/** What arrives at each mean and each log-variance, given what arrived at each number of the codes. */
export function reparameteriseGradient(
  gradient: number[][],
  logvar: number[][],
  eps: number[][],
): {mu: number[][]; logvar: number[][]} {
  return {
    mu: gradient.map((row) => row.map((g) => g)),
    logvar: gradient.map((row, i) =>
      row.map((g, j) => (g * Math.exp(logvar[i]![j]! / 2) * eps[i]![j]!) / 2),
    ),
  };
}
