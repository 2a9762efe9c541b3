/** What a model of prompts is told: a row of as many numbers as it knows terms, 1 for each of those meant and else 0. */
import type {Understood} from "./parse-prompt.js";
import type {Term} from "./prompt-terms.js";

/** The row of `words`, `size` wide. */
export function conditionOf(words: readonly Understood[], size: number): Float32Array {
  return rowOf(
    words.map(({term}) => term),
    size,
  );
}

export function rowOf(terms: readonly Pick<Term, "column">[], size: number): Float32Array {
  const row = new Float32Array(size);
  for (const {column} of terms) row[column] = 1;
  return row;
}

/** The same row for each of `count` pictures, [count, size] flat. */
export function repeated(row: Float32Array, count: number): Float32Array {
  const rows = new Float32Array(count * row.length);
  for (let i = 0; i < count; i++) rows.set(row, i * row.length);
  return rows;
}
