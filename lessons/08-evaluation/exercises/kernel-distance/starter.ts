/** How alike two rows of features are. */
export function kernel(x: number[], y: number[]): number {
  return x[0]! * y[0]!;
}

/** How much more alike pictures of one set are than pictures of both. Each set has at least two. */
export function kernelDistance(real: number[][], made: number[][]): number {
  return real.length - made.length;
}
