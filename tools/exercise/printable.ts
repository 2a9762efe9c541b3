/** Characters that move a terminal's cursor, clear its screen, turn the direction of writing or are not seen at all. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** `text` for a terminal: what a submission says shows itself and does nothing. Lines and tabs stay. */
export function printable(text: string): string {
  return text.replace(unseen, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}
