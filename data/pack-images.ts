/** Chooses balanced pictures from IDX files and packs them: what `pack-digits.ts` and `pack-clothes.ts` share. */
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import zopfli from "@gfx/zopfli";
import type {ImageDataset, ImageSet} from "../lib/datasets/dataset.js";
import {readIdx} from "../lib/datasets/idx.js";
import {packImages} from "../lib/datasets/image-dataset.js";
import type {ManifestEntry} from "../lib/datasets/manifest.js";
import {pick} from "../lib/image.js";
import {Random} from "../lib/random.js";
import {balancedChoice} from "./balanced-choice.js";
import {writeData} from "./write-manifest.js";

export const splits = {train: 10_000, test: 2_000} as const;
export type Split = keyof typeof splits;

/** Where the pictures come from. `files` are paths of IDX files, gzipped or not: pixels, then labels. */
export interface ImageSource {
  readonly set: ImageSet;
  readonly files: Readonly<Record<Split, readonly [pixels: string, labels: string]>>;
  readonly facts: Pick<ManifestEntry, "source" | "author" | "licence" | "licenceNote" | "script">;
}

/** The pictures of `split` that are packed, in their order: the same ones each time. */
export function choosePictures({set, files}: ImageSource, split: Split): ImageDataset {
  const [pixels, labels] = files[split].map((path) => readIdx(readPlain(path)));
  const [n, h, w] = pixels!.shape as [number, number, number];
  const random = new Random(1).fork(`${set.name}-${split}`);
  const chosen = balancedChoice(labels!.data, set.classNames.length, splits[split], random);
  return {
    ...set,
    images: pick({data: pixels!.data, shape: [n, h, w, 1]}, chosen),
    labels: Uint8Array.from(chosen, (index) => labels!.data[index]!),
  };
}

function readPlain(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

/**
 * Writes `data/<set>-train.bin.gz` and `data/<set>-test.bin.gz` with their entries. Zopfli, because it gives the same
 * bytes on every machine, which zlib does not promise, and fewer: for the digits 1.53 MB instead of 1.61. A PNG-like
 * filter would take 8 % off the clothes and add as much to the digits, so there is none.
 */
export async function pack(source: ImageSource): Promise<void> {
  for (const split of Object.keys(splits) as Split[]) {
    const dataset = choosePictures(source, split);
    const bytes = await zopfli.gzipAsync(packImages(dataset), {numiterations: 15});
    const key = `${source.set.name}-${split}`;
    const entry = writeData(key, bytes, {
      file: `${key}.bin.gz`,
      title: `${source.set.title}, ${split === "train" ? "to learn from" : "to test on"}`,
      shape: dataset.images.shape,
      classNames: source.set.classNames,
      ...source.facts,
    });
    console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
  }
}
