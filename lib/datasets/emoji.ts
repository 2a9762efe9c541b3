/**
 * Emoji as pictures with captions: Google's Noto Emoji, 16 or 24 pixels wide in colour, on white, where the originals are transparent.
 * People, flags and symbols are left out. Packed by data/pack-emoji.ts into a file of pictures for each size, which are read as an
 * attribute set, and one of captions; row i of each is the same emoji.
 */
import type {AttributeSet} from "./attribute-dataset.js";
import {colourWords} from "./colour-words.js";
import {emojiCategories} from "./emoji-categories.js";

/** Sides in pixels that are packed. */
export const emojiSides = [16, 24] as const;

export type EmojiSide = (typeof emojiSides)[number];

/** The set of pictures: each has a category and the colour of its largest area. */
export const emoji: AttributeSet = {
  name: "emoji",
  title: "emoji",
  attributes: [
    {name: "category", label: "category", options: emojiCategories},
    {name: "colour", label: "colour", options: colourWords},
  ],
};

/** Keys of `data/manifest.json`. */
export const emojiPicturesFile = (side: EmojiSide) => `${emoji.name}-${side}` as const;
export const emojiCaptionsFile = "emoji-captions";
