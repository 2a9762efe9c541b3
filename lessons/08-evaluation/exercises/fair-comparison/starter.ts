/** Which of two models is better, if either is: each has drawn numbers with several seeds. */
export function compare(pool: number[], first: number[][], second: number[][]) {
  let held: number[] = [];
  let count = Number.NaN;
  let mine: number[] = [];
  let theirs: number[] = [];
  let gap = Number.NaN;
  let band = Number.NaN;
  let verdict = "";
  // The lines, in order:
  verdict = judged(gap, band);
  held = pool;
  theirs = scored(second, held, count);
  gap = meanOf(mine) - meanOf(theirs);
  mine = scored(first, held, count);
  count = Infinity;
  band = bandOf(mine, theirs);
  held = heldOut(pool);
  mine = [Math.min(...mine)];
  count = fewest(first, second);
  // Set aside:
  // End of the lines.
  return {gap, band, verdict};
}

/** Real numbers that no model was trained on. */
function heldOut(pool: number[]): number[] {
  return pool.filter((_, place) => place % 2 === 1);
}

/** How many numbers every run has. */
function fewest(first: number[][], second: number[][]): number {
  return Math.min(...[...first, ...second].map((drawn) => drawn.length));
}

/** How far the first `count` numbers of each run are from the real ones. */
function scored(runs: number[][], held: number[], count: number): number[] {
  if (held.length === 0) throw new Error("scores are given before there is anything held out");
  if (Number.isNaN(count))
    throw new Error("scores are given before it is known how many numbers each may show");
  return runs.map((drawn) => {
    const shown = drawn.slice(0, count);
    return (meanOf(shown) - meanOf(held)) ** 2 + (spreadOf(shown) - spreadOf(held)) ** 2;
  });
}

function meanOf(values: number[]): number {
  if (values.length === 0) throw new Error("a mean is taken before there are scores of both");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares / Math.max(1, values.length - 1);
}

function spreadOf(values: number[]): number {
  return Math.sqrt(varianceOf(values));
}

/** Twice the standard error of a difference of two means. */
function bandOf(mine: number[], theirs: number[]): number {
  if (mine.length === 0 || theirs.length === 0)
    throw new Error("a band is drawn before there are scores of both");
  return 2 * Math.sqrt(varianceOf(mine) / mine.length + varianceOf(theirs) / theirs.length);
}

function judged(gap: number, band: number): string {
  if (Number.isNaN(gap)) throw new Error("a verdict is given before there is a gap");
  if (Number.isNaN(band)) throw new Error("a verdict is given before there is a band");
  if (Math.abs(gap) <= band) return "neither";
  return gap < 0 ? "first" : "second";
}
