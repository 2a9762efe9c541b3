/** One step of two layers on one picture: the answer before it, and the weights after it. */
export function step(first: number[][], second: number[], pixels: number[], target: number) {
  let hidden: number[] = [];
  let answer = Number.NaN;
  let error = Number.NaN;
  let blame: number[] = [];
  // The lines, in order:
  hidden = reluOf(first, pixels);
  answer = sigmoidOf(second, hidden);
  error = minus(answer, target);
  blame = backThrough(second, error, hidden);
  second = movedRow(second, error, hidden);
  first = movedRows(first, blame, pixels);
  // Set aside:
  // error = minus(target, answer);
  // blame = hidden.map(() => error);
  // End of the lines.
  return {answer, first, second};
}

/** What the hidden neurons give: ReLU of their sums. */
function reluOf(rows: number[][], pixels: number[]): number[] {
  return rows.map((row) => Math.max(0, dot(row, pixels)));
}

/** The probability of yes. */
function sigmoidOf(row: number[], hidden: number[]): number {
  if (hidden.length === 0) throw new Error("the answer is made before there are hidden numbers");
  return 1 / (1 + Math.exp(-dot(row, hidden)));
}

function minus(a: number, b: number): number {
  if (Number.isNaN(a + b)) throw new Error("the error is taken before there is an answer");
  return a - b;
}

/** Each hidden neuron’s part of the error, through the weight by which it spoke. One that gave 0 has none. */
function backThrough(row: number[], error: number, hidden: number[]): number[] {
  if (Number.isNaN(error)) throw new Error("the error goes back before there is one");
  return hidden.map((value, i) => (value > 0 ? row[i]! * error : 0));
}

function movedRow(row: number[], error: number, inputs: number[]): number[] {
  if (Number.isNaN(error)) throw new Error("a layer is moved before there is an error");
  return row.map((weight, i) => weight - 0.5 * error * inputs[i]!);
}

function movedRows(rows: number[][], blame: number[], inputs: number[]): number[][] {
  if (blame.length === 0)
    throw new Error("the first layer is moved before the error has come back");
  return rows.map((row, k) => movedRow(row, blame[k]!, inputs));
}

function dot(a: number[], b: number[]): number {
  return a.reduce((all, each, i) => all + each * b[i]!, 0);
}
