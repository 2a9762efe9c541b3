/** One step of a neuron: what the pictures cost before it, and its weights and bias after it. */
export function step(weights: number[], bias: number, pictures: number[][], targets: number[]) {
  // Forwards: a score for each picture, then the probability of yes.
  const scores = pictures.map((pixels) => bias + sum(pixels.map((x, j) => weights[j]! * x)));
  const answers = scores.map((score) => 1 / (1 + Math.exp(-score)));

  // The loss, and how wrong each answer was.
  const losses = answers.map((p, i) => -Math.log(targets[i] === 1 ? p : 1 - p));
  const errors = answers.map((p, i) => Math.abs(p - targets[i]!));

  // Backwards: how the loss changes with each weight and with the bias, and a step down.
  const slopes = weights.map((_, j) => mean(errors.map((error, i) => error * pictures[i]![j]!)));
  return {
    loss: mean(losses),
    weights: weights.map((weight, j) => weight - 0.5 * slopes[j]!),
    bias: bias - 0.5 * mean(errors),
  };
}

function mean(numbers: number[]): number {
  return sum(numbers) / numbers.length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
