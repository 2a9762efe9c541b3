/** What a check says of a file. */
export function checkFile(
  picture: number[],
  statement: Statement,
  signature: number,
  key: number,
  known: number[],
) {
  let words = Number.NaN;
  let opened = Number.NaN;
  let pixels = Number.NaN;
  let genuine: boolean | null = null;
  let same: boolean | null = null;
  let trusted: boolean | null = null;
  let verdict = "";
  // The lines, in order:
  words = hashOf(wordsOf(statement));
  opened = openedBy(signature, key);
  genuine = alike(opened, words);
  pixels = hashOf(picture);
  same = alike(pixels, statement.hash);
  trusted = known.includes(key);
  verdict = named(genuine, same, trusted);
  // Set aside:
  // opened = words;
  // pixels = statement.hash;
  // known = [...known, key];
  // End of the lines.
  return {genuine, same, trusted, verdict};
}

interface Statement {
  readonly recipe: string;
  readonly hash: number;
}

/** The words that are signed. */
function wordsOf({recipe, hash}: Statement): number[] {
  return [...`${recipe} ${hash}`].map((letter) => letter.charCodeAt(0));
}

/** A number from 0 to 3000. */
function hashOf(values: number[]): number {
  return values.reduce((hash, value) => (hash * 31 + value + 7) % 3001, 1);
}

/** signature^17 mod key. */
function openedBy(signature: number, key: number): number {
  let opened = 1;
  for (let i = 0; i < 17; i++) opened = (opened * signature) % key;
  return opened;
}

function alike(a: number, b: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b))
    throw new Error("two numbers are compared before both are there");
  return a === b;
}

function named(genuine: boolean | null, same: boolean | null, trusted: boolean | null): string {
  if (genuine === null) throw new Error("a verdict is given before the signature is checked");
  if (same === null) throw new Error("a verdict is given before the picture is checked");
  if (trusted === null) throw new Error("a verdict is given before the key is looked up");
  if (!genuine) return "statement changed";
  if (!same) return "pixels changed";
  return trusted ? "holds" : "stranger";
}
