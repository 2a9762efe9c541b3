/** The words in a line of text, whatever was typed: letters and digits belong together, a symbol stands alone, and everything else parts words. */

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?|\p{Extended_Pictographic}/gu;

/** In small letters and without accents, in their order. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return [...plain.matchAll(word)].map(([match]) => match.replace(/['’]s$/u, ""));
}

const singular: readonly Ending[] = [
  [/ies$/, "y"],
  [/ves$/, "f"],
  [/es$/, ""],
  [/s$/, ""],
];
const plural: readonly Ending[] = [
  [/y$/, "ies"],
  [/$/, "s"],
  [/$/, "es"],
];

type Ending = readonly [ending: RegExp, other: string];

/** Shorter words have no other form. */
const leastLetters = 3;

/** `word`, what it may be the plural of, and what may be its plural. */
export function formsOf(word: string): string[] {
  if (word.length < leastLetters) return [word];
  const others = [...singular, ...plural].filter(([ending]) => ending.test(word));
  return [word, ...others.map(([ending, other]) => word.replace(ending, other))];
}
