/** Words that a reader wrote, marked so that they can be looked for wherever they went. */

/** The marked word number `n` of somebody. */
export function word(whose: string, n: number): string {
  return `«${whose}${n}»`;
}

/** Every marked word in `value`, whatever that is. */
export function wordsIn(value: unknown): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<object>();
  const queue: unknown[] = [value];
  for (const each of queue) {
    if (typeof each === "string") for (const [found] of each.matchAll(/«\w+»/g)) words.add(found);
    if (typeof each !== "object" || each === null || seen.has(each)) continue;
    seen.add(each);
    if (!ArrayBuffer.isView(each)) for (const part of partsOf(each)) queue.push(part);
  }
  return words;
}

function partsOf(value: object): readonly unknown[] {
  if (value instanceof Map || value instanceof Set) return [...value];
  const {text} = value as {readonly text?: unknown};
  // Beside a text, other fields are about it: its date, its kind, what a newer version of the course says of it.
  if (typeof text !== "string") return Object.values(value);
  return [text, ...Object.values(value).filter((each) => typeof each === "object")];
}

/** Those of `before` that are not in `after`. */
export function lostWords(before: unknown, after: unknown): readonly string[] {
  const left = wordsIn(after);
  return [...wordsIn(before)].filter((each) => !left.has(each));
}
