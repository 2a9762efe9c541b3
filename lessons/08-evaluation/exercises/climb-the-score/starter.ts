/** For each number of rows the slope of logScore there, by central differences. */
export function slopes(rows: number[][], h: number): number[][] {
  return [];
}

/** The rows after so many steps uphill. */
export function climbed(rows: number[][], rate: number, steps: number, h: number): number[][] {
  return [];
}

/** The logarithm of the Inception Score of pictures with these logits, a row each. */
function logScore(rows: number[][]): number {
  const answers = rows.map(softmax);
  const mean = answers[0]!.map((_, k) => added(answers.map((p) => p[k]!)) / rows.length);
  const gains = answers.map((p) => added(p.map((value, k) => value * Math.log(value / mean[k]!))));
  return added(gains) / rows.length;
}

function softmax(row: number[]): number[] {
  const top = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - top));
  const all = added(powers);
  return powers.map((power) => power / all);
}

function added(values: number[]): number {
  return values.reduce((before, value) => before + value, 0);
}
