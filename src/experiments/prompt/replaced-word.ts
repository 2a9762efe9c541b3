/** `prompt` with `other` wherever `word` stands as a word of its own, in large or small letters. */
export function withWord(prompt: string, word: string, other: string): string {
  const parts = prompt.split(/([\p{L}\p{N}\p{M}'’]+)/u);
  return parts.map((part) => (isSame(part, word) ? other : part)).join("");
}

function isSame(part: string, word: string): boolean {
  return part.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() === word;
}
