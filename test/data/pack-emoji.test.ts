import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {hasEmojiSource, sourcedEmoji} from "../../data/emoji-source.js";
import {onWhite} from "../../data/on-white.js";
import {indicesOf} from "../../data/palette.js";
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {mainColour} from "../../lib/datasets/colour-words.js";
import {emoji, emojiCaptionsFile, emojiPicturesFile, emojiSides} from "../../lib/datasets/emoji.js";
import {captionWords, emojiCaptions} from "../../lib/datasets/emoji-captions.js";
import {emojiCategories} from "../../lib/datasets/emoji-categories.js";
import {readIdx} from "../../lib/datasets/idx.js";
import {type Language, languages} from "../../lib/datasets/languages.js";
import {vocabularyOf} from "../../lib/datasets/vocabulary.js";

const captions = emojiCaptions(dataFile(emojiCaptionsFile));

test.skipIf(!hasEmojiSource)(
  "the packed emoji are those that the script takes from the source",
  () => {
    const few = 60;
    const sourced = sourcedEmoji(few);
    expect(captions.slice(0, few)).toEqual(sourced.map(({caption}) => caption));
    for (const side of emojiSides) {
      const bytes = dataFile(emojiPicturesFile(side));
      const palette = readIdx(bytes, readIdx(bytes).end);
      const {data} = readIdx(bytes, palette.end);
      for (const [i, {pixels}] of sourced.entries()) {
        const ours = indicesOf(onWhite(pixels, side), palette.data);
        expect(ours, `${side} px, ${i}`).toEqual(
          data.slice(i * side * side, (i + 1) * side * side),
        );
      }
    }
  },
);

test.each(emojiSides)("%i px: a picture for each caption, with its labels", (side) => {
  const {images, labels} = attributeDataset(emoji, dataFile(emojiPicturesFile(side)));
  expect(images.shape).toEqual([captions.length, side, side, 3]);
  const said = captions.map(({category, colours}) => [category, mainColour(colours)]);
  const told = captions.map((_, i) =>
    emoji.attributes.map(({options}, a) => options[labels[2 * i + a]!]),
  );
  expect(told).toEqual(said);
});

test("emoji of every kind, a seventh of each kept for tests, none twice", () => {
  expect(captions.length).toBeGreaterThan(1000);
  expect(new Set(captions.map(({code}) => code)).size).toBe(captions.length);
  const heldOut = captions.filter(({isHeldOut}) => isHeldOut);
  expect(heldOut.length).toBe(150);
  for (const category of emojiCategories) {
    const all = captions.filter((each) => each.category === category).length;
    const kept = heldOut.filter((each) => each.category === category).length;
    expect(all, category).toBeGreaterThan(0);
    expect(Math.abs(kept - (150 * all) / captions.length), category).toBeLessThan(1);
  }
});

test.each([
  ["\u{1F34E}", "fruit", "red"],
  ["\u{1F34C}", "fruit", "yellow"],
  ["\u{1F438}", "animal", "green"],
  ["\u{1F499}", "heart", "blue"],
  ["\u{1F5A4}", "heart", "black"],
  ["\u{1F90E}", "heart", "brown"],
  ["\u{1F346}", "vegetable", "purple"],
  ["\u{1F955}", "vegetable", "orange"],
  ["\u{1F416}", "animal", "pink"],
  ["\u{1F400}", "animal", "grey"],
  ["\u{1F9A2}", "bird", "white"],
  ["\u{1F33B}", "flower", "yellow"],
])("%s is in %s and %s", (sign, category, colour) => {
  const code = sign.codePointAt(0)!.toString(16).toUpperCase();
  const caption = captions.find((each) => each.code === code)!;
  expect([caption.category, mainColour(caption.colours)]).toEqual([category, colour]);
});

test.each(Object.keys(languages) as Language[])(
  "%s: captions of several words each, and a vocabulary",
  (language) => {
    const words = captions.map((caption) => captionWords(caption, language));
    for (const [i, each] of words.entries())
      expect(each.length, captions[i]!.code).toBeGreaterThan(1);
    const {words: known, counts, synonyms} = vocabularyOf(words);
    expect(known.length).toBeGreaterThan(500);
    expect(Math.min(...counts)).toBe(2);
    for (const word of synonyms.values()) expect(known).toContain(word);
  },
);
