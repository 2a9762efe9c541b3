/**
 * Words that may have been meant: those to which the fewest letters have to be changed, added, left out or swapped (Damerau, 1964; in its form
 * without a second change of the same letters), and among equals those that begin alike.
 */

/** At most `count` of `words`, the nearest first; none that needs more changes than a third of the letters, or two. */
export function nearWords(
  word: string,
  words: readonly string[],
  count: number,
): readonly string[] {
  const most = Math.max(2, Math.floor(word.length / 3));
  return words
    .filter((each) => Math.abs(each.length - word.length) <= most)
    .map((each) => ({each, changes: changesBetween(word, each), alike: alikeAtStart(word, each)}))
    .filter(({changes}) => changes <= most)
    .sort((a, b) => a.changes - b.changes || b.alike - a.alike)
    .slice(0, count)
    .map(({each}) => each);
}

/** Single changes that make `b` of `a`. */
export function changesBetween(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) table[i * width + j] = i + j;
      else table[i * width + j] = leastOf(table, width, a, b, i, j);
    }
  return table.at(-1)!;
}

function leastOf(
  table: Uint16Array,
  width: number,
  a: string,
  b: string,
  i: number,
  j: number,
): number {
  const at = (row: number, column: number) => table[row * width + column]!;
  const isSame = a[i - 1] === b[j - 1];
  const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(
    at(i - 1, j) + 1,
    at(i, j - 1) + 1,
    at(i - 1, j - 1) + (isSame ? 0 : 1),
    isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}

function alikeAtStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
