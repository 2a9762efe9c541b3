/** A row made smaller and enlarged again, and how far off that is. */
export function enlarged(truth: number[], weights: number[]) {
  let small: number[] = [];
  let base: number[] = [];
  let pairs: number[][] = [];
  let details: number[] = [];
  let made: number[] = [];
  let error = -1;
  // The lines, in order:
  small = halved(truth);
  base = doubled(small);
  pairs = network(small, weights);
  details = shuffled(pairs);
  made = added(base, details);
  error = squaredError(made, truth);
  // Set aside:
  // pairs = network(truth, weights);
  // error = squaredError(base, truth);
  // End of the lines.
  return {made, error};
}

/** The means of two pixels each. */
function halved(row: number[]): number[] {
  return Array.from({length: row.length / 2}, (_, i) => (row[2 * i]! + row[2 * i + 1]!) / 2);
}

/** Each pixel twice. */
function doubled(row: number[]): number[] {
  if (row.length === 0) throw new Error("the rule is asked before there is a small row");
  return row.flatMap((value) => [value, value]);
}

/** Two numbers for each pixel. */
function network(row: number[], weights: number[]): number[][] {
  if (row.length === 0) throw new Error("the network is asked before there is a small row");
  return row.map((_, i) => {
    const tilt = row[Math.min(row.length - 1, i + 1)]! - row[Math.max(0, i - 1)]!;
    return [weights[0]! * tilt + weights[1]!, weights[2]! * tilt + weights[3]!];
  });
}

/** The numbers of all pairs side by side. */
function shuffled(pairs: number[][]): number[] {
  if (pairs.length === 0) throw new Error("numbers are shuffled before there are any");
  return pairs.flat();
}

function added(a: number[], b: number[]): number[] {
  if (a.length === 0)
    throw new Error("something is added to the rule’s row, which is not there yet");
  if (b.length === 0) throw new Error("details are added before there are any");
  if (a.length !== b.length)
    throw new Error("there are more details than pixels: the network has seen the truth");
  return a.map((value, i) => value + b[i]!);
}

function squaredError(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error("the error is measured before there is a row");
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length;
}
