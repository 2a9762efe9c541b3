/** The mean of the classifier's answers, a number for each class. */
export function meanAnswer(answers: number[][]): number[] {
  return answers[0]!.map((_, k) => {
    const column = answers.map((answer) => answer[k]!);
    return column.reduce((a, b) => a + b, 0) / answers.length;
  });
}

/** From 1, the classifier says the same of every picture, to the number of classes. */
export function inceptionScore(answers: number[][]): number {
  const mean = meanAnswer(answers);
  const divergences = answers.map((answer) => divergence(answer, mean));
  return Math.exp(divergences.reduce((a, b) => a + b, 0) / answers.length);
}

/** How far an answer is from the mean one, in nats. */
function divergence(answer: number[], mean: number[]): number {
  let sum = 0;
  for (let k = 0; k < answer.length; k++) {
    const p = answer[k]!;
    if (p > 0) sum += p * Math.log(p / mean[k]!);
  }
  return sum;
}
