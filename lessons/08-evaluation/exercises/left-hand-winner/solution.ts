/** One step up the likelihood of the answers. */
export function step(strengths: number[], answers: Answer[]): number[] {
  const slopes = strengths.map(() => 0);
  for (const {left, right, choice} of answers) {
    const expected = 1 / (1 + Math.exp(strengths[right]! - strengths[left]!));
    const won = choice === "tie" ? 0.5 : choice === "left" ? 1 : 0;
    slopes[left] = slopes[left]! + won - expected;
    slopes[right] = slopes[right]! - won + expected;
  }
  return strengths.map((strength, i) => strength + (2 * slopes[i]!) / answers.length);
}

interface Answer {
  /** The places of the two makers in the list of strengths. */
  left: number;
  right: number;
  choice: "left" | "right" | "tie";
}
