import {unpackBundle} from "../lib/bundle.js";
import {type ByteImages, toFloats} from "../lib/image.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";

/** What the classifier in the bytes of `file` reads in a picture of 28 by 28 pixels: a digit. */
export function digitReader(file: Uint8Array): (picture: ByteImages) => number {
  const classify = plainClassifier(dequantise(unpackBundle(file).arrays));
  return (picture) => {
    const {data} = classify(toFloats(picture).data).logits;
    return data.indexOf(Math.max(...data));
  };
}
