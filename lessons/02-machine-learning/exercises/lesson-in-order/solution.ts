/** One step of a classifier: what the batch costs before it, and how many of the test pictures are right after it. */
export function step(weights: number[][], batch: Batch, test: Batch) {
  let scores: number[][] = [];
  let shares: number[][] = [];
  let loss = 0;
  let errors: number[][] = [];
  let slopes: number[][] = [];
  let accuracy = 0;
  // The lines, in order:
  scores = scoresOf(weights, batch.pictures);
  shares = softmax(scores);
  loss = crossEntropy(shares, batch.labels);
  errors = minus(shares, oneHot(batch.labels));
  slopes = slopesOf(errors, batch.pictures);
  weights = moveDown(weights, slopes);
  accuracy = shareRight(scoresOf(weights, test.pictures), test.labels);
  // Set aside:
  // errors = minus(oneHot(batch.labels), shares);
  // slopes = slopesOf(errors, test.pictures);
  // End of the lines.
  return {weights, loss, accuracy};
}

interface Batch {
  pictures: number[][];
  labels: number[];
}

/** A score for each picture and each of the three classes. */
function scoresOf(weights: number[][], pictures: number[][]): number[][] {
  return pictures.map((picture) => weights.map((row) => dot(row, picture)));
}

/** The scores of each picture as shares, which add up to 1. */
function softmax(scores: number[][]): number[][] {
  if (scores.length === 0) throw new Error("shares are made of scores before there are any");
  return scores.map((row) => {
    const powers = row.map((score) => Math.exp(score));
    return powers.map((each) => each / sum(powers));
  });
}

/** Minus the logarithm of the share of each label, a mean over the pictures. */
function crossEntropy(shares: number[][], labels: number[]): number {
  if (shares.length === 0) throw new Error("the loss is taken before there are shares");
  return sum(labels.map((label, i) => -Math.log(shares[i]![label]!))) / labels.length;
}

/** 1 for each picture’s label, 0 for the two other classes. */
function oneHot(labels: number[]): number[][] {
  return labels.map((label) => [0, 1, 2].map((k) => (k === label ? 1 : 0)));
}

function minus(a: number[][], b: number[][]): number[][] {
  if (a.length === 0 || b.length === 0)
    throw new Error("shares are compared with the labels before there are shares");
  return a.map((row, i) => row.map((each, k) => each - b[i]![k]!));
}

/** How the loss changes with each weight: error times pixel, a mean over the pictures. */
function slopesOf(errors: number[][], pictures: number[][]): number[][] {
  if (errors.length === 0) throw new Error("slopes are made of errors before there are any");
  return errors[0]!.map((_, k) =>
    pictures[0]!.map(
      (_, j) => sum(errors.map((row, i) => row[k]! * (pictures[i]?.[j] ?? 0))) / errors.length,
    ),
  );
}

/** The weights after a step down. */
function moveDown(weights: number[][], slopes: number[][]): number[][] {
  if (slopes.length === 0) throw new Error("the weights are moved before the slopes are known");
  return weights.map((row, k) => row.map((weight, j) => weight - 0.5 * slopes[k]![j]!));
}

/** The share of the pictures whose highest score is that of their label. */
function shareRight(scores: number[][], labels: number[]): number {
  const isRight = (row: number[], i: number) => row.indexOf(Math.max(...row)) === labels[i];
  return scores.filter(isRight).length / scores.length;
}

function dot(a: number[], b: number[]): number {
  return sum(a.map((each, i) => each * b[i]!));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
