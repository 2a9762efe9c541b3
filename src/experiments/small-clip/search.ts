/** What becomes of the words of a search: those that are known, and for the others near ones that are. */
import {nearWords} from "../../lib/datasets/near-words.js";
import {type Vocabulary, wordsOf} from "../../lib/datasets/vocabulary.js";

export interface Search {
  readonly known: readonly KnownWord[];
  readonly unknown: readonly UnknownWord[];
  /** Of the pictures found. */
  readonly captions: readonly string[];
}

export interface KnownWord {
  readonly word: string;
  /** The word of the vocabulary that stands for it, if it is another. */
  readonly as?: string;
}

interface UnknownWord {
  readonly word: string;
  readonly near: readonly string[];
}

const nearCount = 3;
/** Words of a search that are looked at. */
const mostWords = 20;

export function understood(query: string, vocabulary: Vocabulary): Omit<Search, "captions"> {
  const words = wordsOf(query).slice(0, mostWords);
  const isKnown = (word: string) => vocabulary.indexOf(word) !== undefined;
  return {
    known: words.filter(isKnown).map((word) => {
      const as = vocabulary.synonyms.get(word);
      return as === undefined ? {word} : {word, as};
    }),
    unknown: words
      .filter((word) => !isKnown(word))
      .map((word) => ({word, near: nearWords(word, vocabulary.words, nearCount)})),
  };
}

/** What was understood, in words: "understood: automobile (as car), red. Unknown: zebroid (perhaps zebra)". */
export function searchText({known, unknown}: Omit<Search, "captions">): string {
  const understoodWords = known.map(({word, as}) => (as ? `${word} (as ${as})` : word));
  const others = unknown.map(({word, near}) =>
    near.length > 0 ? `${word} (perhaps ${near.join(", ")}?)` : word,
  );
  if (known.length + unknown.length === 0)
    return "Type a word that captions have: red, fruit, bird.";
  return [
    ...(known.length > 0 ? [`Understood: ${understoodWords.join(", ")}.`] : []),
    ...(unknown.length > 0 ? [`Not in any caption twice: ${others.join(", ")}.`] : []),
  ].join(" ");
}
