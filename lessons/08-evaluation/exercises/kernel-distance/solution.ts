/** How alike two rows of features are. */
export function kernel(x: number[], y: number[]): number {
  const product = x.reduce((sum, value, k) => sum + value * y[k]!, 0);
  return (product / x.length + 1) ** 3;
}

/** How much more alike pictures of one set are than pictures of both. Each set has at least two. */
export function kernelDistance(real: number[][], made: number[][]): number {
  return meanWithin(real) + meanWithin(made) - 2 * meanBetween(real, made);
}

/** Over all pairs of different pictures of one set. */
function meanWithin(rows: number[][]): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < rows.length; j++) if (i !== j) sum += kernel(rows[i]!, rows[j]!);
  return sum / (rows.length * (rows.length - 1));
}

/** Over all pairs of a picture of the one and a picture of the other. */
function meanBetween(a: number[][], b: number[][]): number {
  let total = 0;
  for (const x of a) for (const y of b) total += kernel(x, y);
  return total / (a.length * b.length);
}
