/** For each number of rows the slope of logScore there, by central differences. */
export function slopes(rows: number[][], h: number): number[][] {
  return rows.map((row, i) =>
    row.map((_, k) => (logScore(moved(rows, i, k, h)) - logScore(moved(rows, i, k, -h))) / (2 * h)),
  );
}

/** A copy in which number k of row i is larger by so much. */
function moved(rows: number[][], i: number, k: number, by: number): number[][] {
  const copy = rows.map((row) => [...row]);
  copy[i]![k]! += by;
  return copy;
}

/** The rows after so many steps uphill. */
export function climbed(rows: number[][], rate: number, steps: number, h: number): number[][] {
  let now = rows;
  for (let step = 0; step < steps; step++) {
    const uphill = slopes(now, h);
    now = now.map((row, i) => row.map((value, k) => value + rate * uphill[i]![k]!));
  }
  return now;
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
