/**
 * The words that a model of prompts knows. Each has its column in a condition: kinds first, then colours, then things.
 *
 * Kinds and colours are given; things are words of captions. Every word of a name is one, and of the other words of captions those that
 * stand in two or more. A word that stands in one caption only is another word for the last one of that caption's name: "automobile"
 * for a car.
 */

export type TermKind = "kind" | "colour" | "thing";

export interface Term {
  readonly kind: TermKind;
  /** A word, or of a kind two. */
  readonly name: string;
  /** Of a condition. */
  readonly column: number;
}

export interface PromptTerms {
  /** In the order of the columns. */
  readonly terms: readonly Term[];
  /** By all words that mean them, in small letters. */
  readonly byWord: ReadonlyMap<string, Term>;
}

/** Words of a caption, in small letters. */
export interface CaptionWords {
  readonly name: readonly string[];
  readonly tags: readonly string[];
}

/** Captions in which a word that is in no name must stand. */
const leastCaptions = 2;

/** Terms of `kinds` and `colours`, which are no things as well, and of `captions`. */
export function promptTerms(
  kinds: readonly string[],
  colours: readonly string[],
  captions: readonly CaptionWords[],
): PromptTerms {
  const taken = new Set([...kinds, ...colours]);
  const things = thingsOf(captions).filter((word) => !taken.has(word));
  const named: readonly (readonly [TermKind, string])[] = [
    ...kinds.map((name) => ["kind", name] as const),
    ...colours.map((name) => ["colour", name] as const),
    ...things.map((name) => ["thing", name] as const),
  ];
  const terms = named.map(([kind, name], column): Term => ({kind, name, column}));
  const byWord = new Map(terms.map((term) => [term.name, term]));
  for (const {name, tags} of captions) {
    const head = name.map((word) => byWord.get(word)).findLast((term) => term !== undefined);
    if (head) for (const tag of tags) if (!byWord.has(tag)) byWord.set(tag, head);
  }
  return {terms, byWord};
}

/** Each once, in the order of the alphabet. */
function thingsOf(captions: readonly CaptionWords[]): string[] {
  const counts = new Map<string, number>();
  for (const {name, tags} of captions)
    for (const word of new Set([...name, ...tags])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const named = captions.flatMap(({name}) => name);
  const often = [...counts.keys()].filter((word) => counts.get(word)! >= leastCaptions);
  return [...new Set([...named, ...often])].sort();
}

/** The terms that a caption tells of a thing by. */
export function thingsIn({name, tags}: CaptionWords, {byWord}: PromptTerms): Term[] {
  const terms = [...name, ...tags].map((word) => byWord.get(word));
  return [...new Set(terms)].filter((term): term is Term => term?.kind === "thing");
}
