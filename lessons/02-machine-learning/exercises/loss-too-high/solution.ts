/** One step of a classifier: what the batch costs before it, and the weights after it. */
export function step(weights: number[][], pictures: number[][], labels: number[]) {
  // Forwards: a score for each picture and class, then shares.
  const scores = pictures.map((picture) => weights.map((row) => dot(row, picture)));
  const powers = scores.map((row) => row.map((score) => Math.exp(score)));
  const sums = powers.map((row) => sum(row));
  const shares = powers.map((row, i) => row.map((power) => power / sums[i]!));

  // The loss, and how it changes with each score.
  const loss = sum(labels.map((label, i) => -Math.log(shares[i]![label]!))) / labels.length;
  const slopes = shares.map((row, i) => row.map((share, k) => share - (k === labels[i] ? 1 : 0)));

  // Backwards: how it changes with each weight, and a step down.
  const moved = weights.map((row, k) =>
    row.map((weight, j) => {
      const slope = sum(pictures.map((picture, i) => slopes[i]![k]! * picture[j]!));
      return weight - (0.5 * slope) / pictures.length;
    }),
  );
  return {loss, weights: moved};
}

function dot(a: number[], b: number[]): number {
  return sum(a.map((each, i) => each * b[i]!));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
