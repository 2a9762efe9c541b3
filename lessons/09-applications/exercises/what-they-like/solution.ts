/** What a garment of these features is worth. */
export function worth(weights: number[], features: number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0);
}

/** How probable each of several is to be taken, from what they are worth. */
export function choiceChances(values: number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const total = powers.reduce((sum, each) => sum + each, 0);
  return powers.map((each) => each / total);
}

/** The weights after one click. */
export function learnedFrom(
  weights: number[],
  offered: number[][],
  taken: number,
  rate: number,
): number[] {
  const chances = choiceChances(offered.map((features) => worth(weights, features)));
  return weights.map((weight, i) => {
    const expected = offered.reduce((mean, features, j) => mean + chances[j]! * features[i]!, 0);
    return weight + rate * (offered[taken]![i]! - expected);
  });
}
