/**
 * The captions of the emoji, row by row as their pictures: the name and the tags that emojibase and Unicode's CLDR give each, its kind, and the
 * colours measured from its pixels. The file is JSON, gzipped.
 */

import {colourNames} from "./colour-names.js";
import {type ColourShare, colourWords} from "./colour-words.js";
import {type EmojiCategory, emojiCategories, emojiKinds} from "./emoji-categories.js";
import {type Language, languages} from "./languages.js";
import {wordsOf} from "./vocabulary.js";

export interface EmojiCaption {
  /** Code points in hexadecimal, joined by "-": "1F34E". */
  readonly code: string;
  readonly category: EmojiCategory;
  /** Those that take up a tenth of the area or more, the largest first. */
  readonly colours: readonly ColourShare[];
  /** Whether it belongs to the part that is kept for tests. */
  readonly isHeldOut: boolean;
  readonly said: Readonly<Record<Language, Said>>;
}

/** What an emoji is called in one language. */
export interface Said {
  readonly name: string;
  readonly tags: readonly string[];
}

/** Share of the area from which on a colour is said. */
const leastSaid = 0.2;

/** The captions in `bytes` (unzipped). Throws a RangeError that says which one is not right. */
export function emojiCaptions(bytes: Uint8Array): readonly EmojiCaption[] {
  const rows: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(rows)) throw new RangeError("invalid captions: no list");
  for (const [i, row] of rows.entries())
    if (!isCaption(row)) throw new RangeError(`invalid caption: number ${i} of ${rows.length}`);
  return rows as EmojiCaption[];
}

/** The bytes that `emojiCaptions` reads. */
export function packCaptions(captions: readonly EmojiCaption[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(captions));
}

/** All words of a caption, each once: of the name and the tags, the kind, what it is one of, and the colours of a fifth of the area or more. */
export function captionWords(caption: EmojiCaption, language: Language): readonly string[] {
  const {name, tags} = caption.said[language];
  const {said, wider} = emojiKinds[caption.category];
  const kinds = wider ? [said[language], emojiKinds[wider].said[language]] : [said[language]];
  return wordsOf([name, ...tags, ...kinds, ...saidColours(caption, language)].join(" "));
}

/** A caption as a reader reads it: "red apple: red fruit". */
export function captionText(caption: EmojiCaption, language: Language): string {
  const kind = emojiKinds[caption.category].said[language];
  return `${caption.said[language].name}: ${[...saidColours(caption, language), kind].join(" ")}`;
}

/** The largest is said in any case. */
function saidColours({colours}: EmojiCaption, language: Language): readonly string[] {
  return colours
    .filter(([, share], i) => i === 0 || share >= leastSaid)
    .map(([word]) => colourNames[word][language]);
}

function isCaption(row: unknown): row is EmojiCaption {
  if (typeof row !== "object" || row === null) return false;
  const {code, category, colours, isHeldOut, said} = row as Partial<Record<string, unknown>>;
  return (
    typeof code === "string" &&
    emojiCategories.some((name) => name === category) &&
    Array.isArray(colours) &&
    colours.length > 0 &&
    colours.every(isShare) &&
    typeof isHeldOut === "boolean" &&
    Object.keys(languages).every((language) =>
      isSaid((said as Record<string, unknown>)?.[language]),
    )
  );
}

function isShare(pair: unknown): boolean {
  if (!Array.isArray(pair) || pair.length !== 2) return false;
  const [word, share] = pair as [unknown, unknown];
  return colourWords.some((each) => each === word) && Number(share) > 0 && Number(share) <= 1;
}

function isSaid(said: unknown): said is Said {
  if (typeof said !== "object" || said === null) return false;
  const {name, tags} = said as Partial<Said>;
  return (
    typeof name === "string" && Array.isArray(tags) && tags.every((tag) => typeof tag === "string")
  );
}
