/** The emoji that the network learns from, as pictures with the terms that each is told by. */
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {
  type ColourWord,
  colourShares,
  colourWords,
  mainColour,
} from "../../lib/datasets/colour-words.js";
import {emoji} from "../../lib/datasets/emoji.js";
import {type EmojiCaption, emojiCaptions} from "../../lib/datasets/emoji-captions.js";
import {type EmojiCategory, emojiKinds} from "../../lib/datasets/emoji-categories.js";
import {wordsOf} from "../../lib/datasets/vocabulary.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {
  type PromptTerms,
  promptTerms,
  type Term,
  thingsIn,
} from "../../lib/prompts/prompt-terms.js";
import {isHeldOut, isTested} from "./held-out-pairs.js";

/** Pixels along an edge. */
export const side = 16;
const size = side * side * 3;

/** The terms of a picture. */
export interface Captions {
  /** The kind, and what it is one of. */
  readonly kinds: readonly Term[];
  /** Missing where nothing has a colour. */
  readonly colour: Term | undefined;
  readonly things: readonly Term[];
}

export interface Drawn {
  /** RGB from 0 to 1, [16, 16, 3]. */
  readonly pixels: Float32Array;
  readonly captions: Captions;
}

export interface PromptPictures {
  readonly images: ByteImages;
  readonly names: readonly string[];
  /** Whether it is one of those that classifiers do not learn from. */
  readonly heldOut: readonly boolean[];
  readonly terms: PromptTerms;
  /** Picture `index` as it is. */
  drawn(index: number): Drawn;
  /** The same thing with other pixels, and the colour that they have. */
  withPixels(drawn: Drawn, pixels: Float32Array): Drawn;
}

/** The emoji of the tested kinds in the packed files, those held out for other tests as well. */
export function promptPictures(packed: Uint8Array, captionBytes: Uint8Array): PromptPictures {
  const all = emojiCaptions(captionBytes);
  const chosen = [...all.keys()].filter((i) => isTested(all[i]!.category));
  const captions = chosen.map((i) => all[i]!);
  const words = captions.map(wordsIn);
  const kinds = new Set(captions.flatMap(({category}) => kindsOf(category)));
  const terms = promptTerms([...kinds], colourWords, words);
  const term = (name: string) => terms.byWord.get(name)!;
  const told = captions.map(
    ({category, colours}, i): Captions => ({
      kinds: kindsOf(category).map(term),
      colour: term(colours[0]![0]),
      things: thingsIn(words[i]!, terms),
    }),
  );
  const images = pick(attributeDataset(emoji, packed).images, chosen);
  return {
    images,
    names: captions.map(({said}) => said.en.name),
    heldOut: captions.map(({isHeldOut}) => isHeldOut),
    terms,
    drawn: (index) => ({pixels: shares(pick(images, [index]).data), captions: told[index]!}),
    withPixels: ({captions}, pixels) => {
      const colour = pictureColour(Uint8Array.from(pixels, (value) => Math.round(255 * value)));
      return {pixels, captions: {...captions, colour: colour && term(colour)}};
    },
  };
}

/** Its own, and what it is one of. */
function kindsOf(category: EmojiCategory): readonly string[] {
  const {wider} = emojiKinds[category];
  return wider ? [category, wider] : [category];
}

/** The colour of a picture on white [16, 16, 3], of all that is not white; undefined for an empty one. */
export function pictureColour(pixels: Uint8Array): ColourWord | undefined {
  const painted = colourShares(pixels).filter(([word]) => word !== "white");
  const area = painted.reduce((sum, [, share]) => sum + share, 0);
  return mainColour(painted.map(([word, share]) => [word, share / area]));
}

/** Whether a picture is of a pair that no training picture may have, by its kind or by what that is one of. */
export function isOfHeldOut({kinds, colour}: Captions): boolean {
  return colour !== undefined && kinds.some(({name}) => isHeldOut(name, colour.name));
}

function wordsIn({said}: EmojiCaption) {
  return {name: wordsOf(said.en.name), tags: wordsOf(said.en.tags.join(" "))};
}

function shares(bytes: Uint8Array): Float32Array {
  return Float32Array.from({length: size}, (_, i) => bytes[i]! / 255);
}
