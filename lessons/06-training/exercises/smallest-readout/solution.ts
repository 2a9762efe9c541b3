/** The weight of one feature, where long weights cost something. */
export function ridgeWeight(x: number[], y: number[], ridge: number): number {
  const products = x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  const squares = x.reduce((sum, value) => sum + value * value, 0);
  const cost = squares + ridge;
  return cost === 0 ? 0 : products / cost;
}

/** Of all readouts that give the picture `y`, the shortest. */
export function smallestReadout(features: number[], y: number): number[] {
  const squares = features.reduce((sum, value) => sum + value * value, 0);
  const times = squares === 0 ? 0 : y / squares;
  return features.map((value) => times * value);
}

/** The root of the sum of squares. */
export function readoutLength(w: number[]): number {
  return Math.sqrt(w.reduce((sum, value) => sum + value * value, 0));
}
