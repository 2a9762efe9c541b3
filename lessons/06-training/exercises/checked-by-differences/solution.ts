/** What a layer gives: a number for each row of weights. */
export function layer(weights: number[][], x: number[]): number[] {
  return weights.map((row) => Math.tanh(dot(row, x)));
}

/** How the loss changes with each weight and each input. */
export function backward(weights: number[][], x: number[], blame: number[]) {
  const through = layer(weights, x).map((y, j) => blame[j]! * (1 - y * y));
  return {
    weights: through.map((slope) => x.map((each) => slope * each)),
    x: x.map((_, i) => sum(through.map((slope, j) => slope * weights[j]![i]!))),
  };
}

/** How the loss changes with each weight, by moving it. */
export function byDifferences(weights: number[][], x: number[], blame: number[], h: number) {
  const lossWith = (j: number, i: number, by: number) => {
    const moved = weights.map((row) => [...row]);
    moved[j]![i]! += by;
    return dot(blame, layer(moved, x));
  };
  return weights.map((row, j) =>
    row.map((_, i) => (lossWith(j, i, h) - lossWith(j, i, -h)) / (2 * h)),
  );
}

function dot(a: number[], b: number[]): number {
  return sum(a.map((each, i) => each * b[i]!));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
