/** Characters that move a terminal's cursor, clear its screen, turn the direction of writing or are not seen at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** `text` with such characters by their numbers, so that they show themselves and do nothing; those in `kept` stay. */
export function visible(text: string, kept = ""): string {
  return text.replace(unseen, (character) =>
    kept.includes(character) ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
