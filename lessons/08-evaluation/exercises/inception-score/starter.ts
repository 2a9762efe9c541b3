/** The mean of the classifier's answers, a number for each class. */
export function meanAnswer(answers: number[][]): number[] {
  return answers[0]!;
}

/** From 1, the classifier says the same of every picture, to the number of classes. */
export function inceptionScore(answers: number[][]): number {
  return 0;
}
