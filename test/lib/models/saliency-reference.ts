/** What test/reference/saliency.py found, and the network and pictures that it asked. */
import {readFileSync} from "node:fs";
import {dataFile} from "../../../data/data-file.js";
import {unpackBundle} from "../../../lib/bundle.js";
import {digits} from "../../../lib/datasets/digits.js";
import {imageDataset} from "../../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../../lib/image.js";
import {dequantise} from "../../../lib/models/quantised.js";

interface Reference {
  readonly places: readonly number[];
  readonly maps: readonly {
    readonly index: number;
    readonly kind: number;
    readonly gradient: readonly number[];
    readonly gradientSize: number;
    readonly timesInput: readonly number[];
    readonly occlusion: readonly number[];
    readonly fine: readonly number[];
  }[];
  readonly lists: readonly {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly correlation: number;
  }[];
}

export const reference: Reference = JSON.parse(
  readFileSync(new URL("../../reference/saliency.json", import.meta.url), "utf8"),
);

export const weights = dequantise(unpackBundle(dataFile("classifier-digits")).arrays);

const {images} = imageDataset(digits, dataFile("digits-test"));

export function pictureAt(index: number): Float32Array {
  return toFloats(pick(images, [index])).data;
}
