/**
 * `npx tsx data/pack-faces.ts`: puts together and draws faces with the dev dependency `@dicebear/avataaars`, and writes
 * `data/faces-train.bin.gz` and `data/faces-test.bin.gz` with their entries. As places in a palette of 256 colours, 245 bytes a
 * face instead of 600; both parts have the palette of the first.
 */
import zopfli from "@gfx/zopfli";
import {packAttributes} from "../lib/datasets/attribute-dataset.js";
import {faces} from "../lib/datasets/faces.js";
import {faceSide} from "./draw-face.js";
import {drawFaces, type FaceSplit, faceCounts} from "./faces-source.js";
import {indicesOf, paletteOf} from "./palette.js";
import {writeData} from "./write-manifest.js";

const parts = await drawFaces();
const palette = paletteOf(parts.train.pixels, 256);

for (const part of Object.keys(faceCounts) as FaceSplit[]) {
  const {pixels, labels} = parts[part];
  const indices = indicesOf(pixels, palette);
  const packed = packAttributes(labels, {
    palette,
    indices,
    shape: [faceCounts[part], faceSide, faceSide],
  });
  const key = `${faces.name}-${part}`;
  const entry = writeData(key, await zopfli.gzipAsync(packed, {numiterations: 15}), {
    file: `${key}.bin.gz`,
    title: `${faces.title}, ${part === "train" ? "to learn from" : "to test on"}`,
    shape: [faceCounts[part], faceSide, faceSide, 3],
    attributes: Object.fromEntries(faces.attributes.map(({name, options}) => [name, options])),
    source: {
      title: "Avataaars, from the npm package @dicebear/avataaars",
      url: "https://www.npmjs.com/package/@dicebear/avataaars",
      version: "9.4.3",
    },
    author: "Pablo Stanley (drawings), Florian Körner (DiceBear)",
    licence: "free for personal and commercial use",
    licenceNote:
      "The drawings' licence, as avataaars.com states it; the package's code is under MIT. Changed: put together anew, cropped, drawn at 32 by 32 pixels in 256 colours.",
    script: "npx tsx data/pack-faces.ts",
  });
  console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
}
