/** The emoji as an experiment takes them: pictures and bags of words, those to learn from and the sets that are kept for tests. */
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {emoji, emojiCaptionsFile, emojiPicturesFile} from "../../lib/datasets/emoji.js";
import {
  captionText,
  captionWords,
  type EmojiCaption,
  emojiCaptions,
} from "../../lib/datasets/emoji-captions.js";
import type {Language} from "../../lib/datasets/languages.js";
import {bagsOf, type Vocabulary, vocabularyOf} from "../../lib/datasets/vocabulary.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {fileOf, type RunFiles} from "../shared/run-files.setup.js";
import {amongCount, setCount, side} from "./experiment.js";

export interface CaptionedSet {
  readonly vocabulary: Vocabulary;
  readonly train: Pairs;
  /** One set after the other; in each the kinds stand together. */
  readonly heldOut: Pairs & {readonly texts: readonly string[]};
}

interface Pairs {
  readonly images: ByteImages;
  readonly bags: Float32Array;
}

/** The vocabulary is that of the captions to learn from. */
export function captionedSet(files: RunFiles, language: Language): CaptionedSet {
  const captions = emojiCaptions(fileOf(files, emojiCaptionsFile));
  const {images} = attributeDataset(emoji, fileOf(files, emojiPicturesFile(side)));
  const train = placesOf(captions, ({isHeldOut}) => !isHeldOut);
  const heldOut = inSets(placesOf(captions, ({isHeldOut}) => isHeldOut));
  const wordsAt = (places: readonly number[]) =>
    places.map((place) => captionWords(captions[place]!, language));
  const vocabulary = vocabularyOf(wordsAt(train));
  const pairsAt = (places: readonly number[]) => ({
    images: pick(images, places),
    bags: bagsOf(wordsAt(places), vocabulary),
  });
  return {
    vocabulary,
    train: pairsAt(train),
    heldOut: {
      ...pairsAt(heldOut),
      texts: heldOut.map((place) => captionText(captions[place]!, language)),
    },
  };
}

function placesOf(
  captions: readonly EmojiCaption[],
  isWanted: (caption: EmojiCaption) => boolean,
): number[] {
  return [...captions.keys()].filter((place) => isWanted(captions[place]!));
}

/** Each third one for a set, so that every set has all kinds. */
function inSets(places: readonly number[]): number[] {
  return Array.from({length: setCount}, (_, set) =>
    places.filter((_, i) => i % setCount === set).slice(0, amongCount),
  ).flat();
}
