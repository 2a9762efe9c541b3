/**
 * `npx tsx data/pack-photographs.ts [folder]`: writes `data/photographs.bin.gz`, three photographs [3, 64, 64, 3] in IDX format, from the PNG files of Debian's
 * python3-skimage (`apt-get install python3-skimage`, or its unpacked folder `skimage/data`). Each is a square of the photograph, made smaller by area.
 */
import {readFileSync} from "node:fs";
import zopfli from "@gfx/zopfli";
import {writeIdx} from "../lib/datasets/idx.js";
import {bytesOf, type Raster} from "../lib/pipeline/raster.js";
import {resized} from "../lib/pipeline/resize.js";
import {readPng} from "./read-png.js";
import {writeData} from "./write-manifest.js";

const [, , folder = "/usr/lib/python3/dist-packages/skimage/data"] = process.argv;
const side = 64;

/** Squares by their upper left corner and edge, in pixels of the photograph. */
const squares = [
  {file: "chelsea", x: 84, y: 0, edge: 256},
  {file: "coffee", x: 150, y: 10, edge: 384},
  {file: "brick", x: 0, y: 0, edge: 320},
] as const;

const pictures = squares.map(({file, x, y, edge}) =>
  bytesOf(resized(squareOf(`${folder}/${file}.png`, x, y, edge), side, side, "area")),
);
const data = Uint8Array.from(pictures.flatMap((picture) => [...picture.data]));
const packed = await zopfli.gzipAsync(writeIdx({data, shape: [pictures.length, side, side, 3]}), {
  numiterations: 15,
});
const entry = writeData("photographs", packed, {
  file: "photographs.bin.gz",
  title: "photographs of a cat, a cup of coffee and a wall, for operations on pixels",
  shape: [pictures.length, side, side, 3],
  source: {
    title: "scikit-image's example pictures, from Debian's package python3-skimage",
    url: "https://packages.debian.org/bookworm/python3-skimage",
    version: "0.19.3-8",
  },
  author: "Stéfan van der Walt (cat), Rachel Michetti (coffee), CC0Textures (wall)",
  licence: "CC0 1.0",
  licenceNote: "As scikit-image states it of each. Changed: a square of each, at 64 by 64 pixels.",
  script: "npx tsx data/pack-photographs.ts",
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);

function squareOf(path: string, x: number, y: number, edge: number): Raster {
  const {width, data} = readPng(readFileSync(path));
  const values = Float64Array.from({length: edge * edge * 3}, (_, i) => {
    const [column, row] = [x + (Math.floor(i / 3) % edge), y + Math.floor(i / (3 * edge))];
    return data[4 * (row * width + column) + (i % 3)]! / 255;
  });
  return {data: values, shape: [edge, edge, 3]};
}
