/** A row of 1 for each known word that is among the words of the prompt, 0 for the others. */
export function conditionOf(words: string[], known: string[]): number[] {
  return [];
}

/** The row, or zeros if chance is below the share of pictures that are not told. */
export function withheld(row: number[], chance: number, share: number): number[] {
  return [];
}

/** From what is said untold, weight times the way to what is said told. */
export function guided(untold: number[], told: number[], weight: number): number[] {
  return [];
}
