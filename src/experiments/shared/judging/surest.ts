/** Of each class the row of `probabilities` [n, classes] that is surest of it. */
export function surestOfEach(probabilities: Float32Array, classes: number): number[] {
  return Array.from({length: classes}, (_, k) => {
    let best = 0;
    for (let i = 0; i < probabilities.length / classes; i++)
      if (probabilities[i * classes + k]! > probabilities[best * classes + k]!) best = i;
    return best;
  });
}
