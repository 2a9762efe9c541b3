/** What a layer gives: a number for each row of weights. */
export function layer(weights: number[][], x: number[]): number[] {
  return weights.map((row) => Math.tanh(weighted(row, x)));
}

/** How the loss changes with each weight and each input. */
export function backward(weights: number[][], x: number[], blame: number[]) {
  const through = layer(weights, x).map((y, j) => blame[j]! * (1 - y * y));
  return {
    weights: through.map((slope) => x.map((each) => slope * each)),
    x: x.map((_, i) => total(through.map((slope, j) => slope * weights[j]![i]!))),
  };
}

/** How the loss changes with each weight, by moving it. */
export function byDifferences(weights: number[][], x: number[], blame: number[], h: number) {
  const lossWith = (j: number, i: number, by: number) => {
    const moved = weights.map((row) => [...row]);
    moved[j]![i]! += by;
    return weighted(blame, layer(moved, x));
  };
  return weights.map((row, j) =>
    row.map((_, i) => (lossWith(j, i, h) - lossWith(j, i, -h)) / (2 * h)),
  );
}

function weighted(weights: number[], values: number[]): number {
  return total(weights.map((weight, i) => weight * values[i]!));
}

function total(parts: number[]): number {
  let so = 0;
  for (const part of parts) so += part;
  return so;
}
