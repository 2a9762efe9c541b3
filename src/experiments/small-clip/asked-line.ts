/** What is typed as a param takes it: a line of at most `most` characters, and no halves of one. */
export function lineOf(typed: string, most: number): string {
  return typed.slice(0, most).replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
}
