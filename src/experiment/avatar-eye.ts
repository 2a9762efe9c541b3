/** The classifier of drawn faces as it looks at an avatar, on a page without an engine. */
import {unpackBundle} from "../lib/bundle.js";
import type {Attribute} from "../lib/datasets/attribute-dataset.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {shares} from "./cnn-sees-data.js";

/** By attribute, the probability of each of its options. */
export type Seen = readonly Float32Array[];

/** `network` is the unzipped `data/classifier-faces.bin.gz`; pictures are [32, 32, 3] in [-1, 1]. */
export function avatarEye(
  network: Uint8Array,
  attributes: readonly Attribute[],
): (picture: Float32Array) => Seen {
  const classify = plainClassifier(dequantise(unpackBundle(network).arrays));
  return (picture) => {
    const {logits} = classify(picture);
    let end = 0;
    return attributes.map(({options}) => {
      end += options.length;
      return shares(logits.data.slice(end - options.length, end));
    });
  };
}

/** The likeliest option of each attribute. */
export function choicesIn(seen: Seen): number[] {
  return seen.map((options) => options.indexOf(Math.max(...options)));
}
