/**
 * The words that captions are made of, as a network can know them. A word that stands in one caption only teaches nothing but that picture, so
 * it is no word of the vocabulary; but it is known as a synonym of the rarest word that stands beside it: who has learned "car" can be
 * asked for an "automobile".
 */
export interface Vocabulary {
  /** Words of two captions or more, the commonest first. */
  readonly words: readonly string[];
  /** In how many captions each of `words` stands. */
  readonly counts: readonly number[];
  /** Other words and the word of the vocabulary that stands for each. */
  readonly synonyms: ReadonlyMap<string, string>;
  /** The place of a word or of what stands for it; undefined for an unknown one. */
  indexOf(word: string): number | undefined;
}

/** Captions in which a word must stand to be learned. */
const leastCount = 2;

/** The little words of the three languages, which say nothing about a picture. */
const little = new Set(
  `a an and as at by for from in into not of off on or out over the to up with without
   auf aus bei das dem den der des die ein eine einem einen einer im in mit nach ohne und vom von vor zu zum zur
   à au aux avec de des du en et la le les ou par pour qui que sans se sur un une`.split(/\s+/),
);

/** The words of a text in lower case, each once, in their order: letters and digits, but for single letters and little words. */
export function wordsOf(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !little.has(word)))];
}

/** The vocabulary of captions, which are their words, each once. */
export function vocabularyOf(captions: readonly (readonly string[])[]): Vocabulary {
  const all = countsOf(captions.flat());
  const plurals = pluralsIn(all);
  const singular = captions.map((words) => [
    ...new Set(words.map((word) => plurals.get(word) ?? word)),
  ]);
  const counted = [...countsOf(singular.flat())].filter(([, count]) => count >= leastCount);
  counted.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const counts = new Map(counted);
  const synonyms = new Map([...plurals].filter(([, word]) => counts.has(word)));
  for (const words of singular)
    for (const word of words) {
      const companion = counts.has(word) ? undefined : rarest(words, counts);
      if (companion) synonyms.set(word, companion);
    }
  const places = new Map(counted.map(([word], i) => [word, i]));
  return {
    words: [...counts.keys()],
    counts: [...counts.values()],
    synonyms,
    indexOf: (word) => places.get(synonyms.get(word) ?? word),
  };
}

/** A bag of words: [captions, words], 1 where a word of the vocabulary stands in a caption. Unknown words are left out. */
export function bagsOf(captions: readonly (readonly string[])[], known: Vocabulary): Float32Array {
  const size = known.words.length;
  const bags = new Float32Array(captions.length * size);
  for (const [i, words] of captions.entries())
    for (const word of words) {
      const place = known.indexOf(word);
      if (place !== undefined) bags[i * size + place] = 1;
    }
  return bags;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that are another one with an s or es at its end, and that one. */
function pluralsIn(counts: ReadonlyMap<string, number>): Map<string, string> {
  const plurals = new Map<string, string>();
  for (const word of counts.keys()) {
    const stem = [/s$/, /es$/].map((end) => word.replace(end, ""));
    const singular = stem.find((each) => each !== word && each.length > 2 && counts.has(each));
    if (singular !== undefined) plurals.set(word, singular);
  }
  return plurals;
}

function rarest(words: readonly string[], counts: ReadonlyMap<string, number>): string | undefined {
  const known = words.filter((word) => counts.has(word));
  return known.toSorted((a, b) => counts.get(a)! - counts.get(b)!)[0];
}
