/** Emoji to learn from, those that are kept for tests, and pictures to look at. */
import {attributeDataset} from "../../lib/datasets/attribute-dataset.js";
import {emoji, emojiCaptionsFile, emojiPicturesFile} from "../../lib/datasets/emoji.js";
import {type EmojiCaption, emojiCaptions} from "../../lib/datasets/emoji-captions.js";
import {readIdx} from "../../lib/datasets/idx.js";
import {type ByteImages, type ImageShape, pick} from "../../lib/image.js";
import {fileOf, type RunFiles} from "../shared/run-files.setup.js";
import {side} from "./experiment.js";
import {shownEmoji} from "./upscaler-params.js";

export interface EnlargedSet {
  readonly train: ByteImages;
  readonly heldOut: ByteImages;
  /** Held out too: the first of each of the first kinds, so that nobody has chosen them. */
  readonly shown: ByteImages;
  readonly names: readonly string[];
  readonly photographs: ByteImages;
}

export function enlargedSet(files: RunFiles): EnlargedSet {
  const captions = emojiCaptions(fileOf(files, emojiCaptionsFile));
  const {images} = attributeDataset(emoji, fileOf(files, emojiPicturesFile(side)));
  const places = [...captions.keys()];
  const heldOut = places.filter((place) => captions[place]!.isHeldOut);
  const shown = firstOfKinds(captions, heldOut).slice(0, shownEmoji);
  const {data, shape} = readIdx(fileOf(files, "photographs"));
  return {
    train: pick(
      images,
      places.filter((place) => !captions[place]!.isHeldOut),
    ),
    heldOut: pick(images, heldOut),
    shown: pick(images, shown),
    names: shown.map((place) => captions[place]!.said.en.name),
    photographs: {data, shape: shape as unknown as ImageShape},
  };
}

function firstOfKinds(captions: readonly EmojiCaption[], places: readonly number[]): number[] {
  const kindOf = (place: number) => captions[place]!.category;
  return places.filter(
    (place, i) => places.findIndex((other) => kindOf(other) === kindOf(place)) === i,
  );
}
