/**
 * The emoji that are packed, the same ones each time, from two npm packages: pictures of Noto Emoji, 64 pixels wide, and their captions. In the
 * order of Unicode, without people, flags and symbols.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {colourShares} from "../lib/datasets/colour-words.js";
import type {EmojiCaption} from "../lib/datasets/emoji-captions.js";
import {categoryOf, emojiCategories} from "../lib/datasets/emoji-categories.js";
import {type Language, languages} from "../lib/datasets/languages.js";
import {Random} from "../lib/random.js";
import {type Pixels, readPng} from "./read-png.js";

const packages = new URL("../node_modules/", import.meta.url);
const pictures = new URL("emoji-datasource-google/img/google/64/", packages);
const words = new URL("emojibase-data/", packages);

/** Emoji that are kept for tests, of every kind. */
const heldOutCount = 150;
/** Alpha from which on a pixel belongs to the emoji and not to its edge. */
const opaque = 128;
/** Colours of a smaller share of the area are not kept. */
const leastShare = 0.1;

export const hasEmojiSource = existsSync(pictures) && existsSync(words);

export interface SourcedEmoji {
  readonly pixels: Pixels;
  readonly caption: EmojiCaption;
}

/** All of them, or those among the first `most`. */
export function sourcedEmoji(most = Infinity): readonly SourcedEmoji[] {
  const files = pictureFiles();
  const rows = entriesOf("en")
    .map((entry) => ({entry, category: categoryOf(subgroups[entry.subgroup ?? -1] ?? "")}))
    .flatMap(({entry, category}) =>
      category && files.has(entry.hexcode) ? [{entry, category}] : [],
    );
  const said = Object.fromEntries(
    Object.keys(languages).map((language) => [language, saidIn(language)]),
  );
  const heldOut = heldOutOf(rows.map(({category}) => category));
  return rows.slice(0, most).map(({entry: {hexcode}, category}, i) => {
    const pixels = readPng(readFileSync(new URL(files.get(hexcode)!, pictures)));
    return {
      pixels,
      caption: {
        code: hexcode,
        category,
        colours: coloursOf(pixels),
        isHeldOut: heldOut.has(i),
        said: Object.fromEntries(
          Object.entries(said).map(([language, all]) => [language, all.get(hexcode)!]),
        ) as EmojiCaption["said"],
      },
    };
  });
}

interface Entry {
  readonly hexcode: string;
  readonly label: string;
  readonly tags?: readonly string[];
  readonly subgroup?: number;
}

/** In the order of Unicode. */
function entriesOf(language: string): readonly Entry[] {
  const text = readFileSync(new URL(`${language}/data.json`, words), "utf8");
  return (JSON.parse(text) as readonly Entry[]).map((entry) => ({
    ...entry,
    hexcode: plainCode(entry.hexcode),
  }));
}

const subgroups: Readonly<Record<number, string>> = hasEmojiSource
  ? JSON.parse(readFileSync(new URL("meta/groups.json", words), "utf8")).subgroups
  : {};

function saidIn(language: string): Map<string, EmojiCaption["said"][Language]> {
  return new Map(
    entriesOf(language).map(({hexcode, label, tags = []}) => [hexcode, {name: label, tags}]),
  );
}

/** File names by code. */
function pictureFiles(): Map<string, string> {
  return new Map(readdirSync(pictures).map((file) => [plainCode(file.replace(".png", "")), file]));
}

/** Without the sign that asks for a drawing in colour, which one package writes more often than the other. */
function plainCode(code: string): string {
  return code.toUpperCase().replaceAll("-FE0F", "");
}

function coloursOf({data}: Pixels): EmojiCaption["colours"] {
  const count = data.length / 4;
  const rgb = Uint8Array.from(
    {length: 3 * count},
    (_, i) => data[4 * Math.floor(i / 3) + (i % 3)]!,
  );
  return colourShares(rgb, (i) => data[4 * i + 3]! >= opaque)
    .filter(([, share]) => share >= leastShare)
    .map(([word, share]) => [word, Math.round(100 * share) / 100]);
}

/** Rows spread evenly over the kinds, in each kind by chance. */
function heldOutOf(categories: readonly string[]): ReadonlySet<number> {
  const random = new Random(1).fork("emoji-held-out");
  const sorted = emojiCategories.flatMap((category) =>
    random.shuffle([...categories.keys()].filter((i) => categories[i] === category)),
  );
  const step = sorted.length / heldOutCount;
  return new Set(
    Array.from({length: heldOutCount}, (_, i) => sorted[Math.floor((i + 0.5) * step)]!),
  );
}
