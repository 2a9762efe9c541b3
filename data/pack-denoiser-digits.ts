/**
 * `npx tsx data/pack-denoiser-digits.ts`: writes `data/denoiser-digits.bin.gz`, digits at half the side for the perfect denoiser: the first
 * pictures that experiments learn from, and after them some of those that they are tested on.
 */
import zopfli from "@gfx/zopfli";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset, packImages} from "../lib/datasets/image-dataset.js";
import {firstPictures, halved, toBytes, toFloats} from "../lib/image.js";
import {dataFile} from "./data-file.js";
import {digitsSource} from "./digits-source.js";
import {writeData} from "./write-manifest.js";

const parts = [firstOf("digits-train", 1000), firstOf("digits-test", 100)] as const;
const images = {
  data: Uint8Array.from(parts.flatMap(({images}) => [...images.data])),
  shape: [1100, 14, 14, 1],
} as const;
const labels = Uint8Array.from(parts.flatMap(({labels}) => [...labels]));
const packed = await zopfli.gzipAsync(packImages({images, labels}), {numiterations: 15});
const entry = writeData("denoiser-digits", packed, {
  ...digitsSource.facts,
  file: "denoiser-digits.bin.gz",
  title: `${digits.title}, at half the side: 1,000 to learn from and 100 beside them`,
  shape: images.shape,
  classNames: digits.classNames,
  script: "npx tsx data/pack-denoiser-digits.ts",
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);

function firstOf(name: string, count: number) {
  const {images, labels} = imageDataset(digits, dataFile(name));
  const small = toBytes(halved(toFloats(firstPictures(images, count))));
  return {images: small, labels: labels.slice(0, count)};
}
