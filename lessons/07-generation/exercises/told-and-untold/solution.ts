/** A row of 1 for each known word that is among the words of the prompt, 0 for the others. */
export function conditionOf(words: string[], known: string[]): number[] {
  return known.map((word) => (words.includes(word) ? 1 : 0));
}

/** The row, or zeros if chance is below the share of pictures that are not told. */
export function withheld(row: number[], chance: number, share: number): number[] {
  return row.map((value) => (chance < share ? 0 : value));
}

/** From what is said untold, weight times the way to what is said told. */
export function guided(untold: number[], told: number[], weight: number): number[] {
  return untold.map((value, j) => value + weight * (told[j]! - value));
}
