/**
 * `npx tsx data/pack-face-axes.ts`: writes `data/face-axes.bin.gz`, the directions among the codes of `decoder-faces` in which each attribute of a face lies, as
 * the classifier of drawn faces sees it in avatars of random codes. In plain arithmetic; half a minute of one processor.
 */
import {gzipSync} from "node:zlib";
import {packBundle, unpackBundle} from "../lib/bundle.js";
import {faces} from "../lib/datasets/faces.js";
import {plainDecoder} from "../lib/models/plain-decoder.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {avatarEye, choicesIn} from "../src/experiment/avatar-eye.js";
import {dataFile} from "./data-file.js";
import {optionAxes} from "./option-axes.js";
import {readManifest, writeData} from "./write-manifest.js";

const [seed, count, least] = [1, 2400, 0.25];

const decoder = plainDecoder(dequantise(unpackBundle(dataFile("decoder-faces")).arrays));
const look = avatarEye(dataFile("classifier-faces"), faces.attributes);
const codes = new Random(seed).fork("avatars").normals(count * decoder.codeSize);
const seen = Array.from({length: count}, (_, i) => {
  const code = codes.subarray(i * decoder.codeSize, (i + 1) * decoder.codeSize);
  return choicesIn(look(decoder.draw(code).data));
});
const found = faces.attributes.map(({name}, a) => ({
  name,
  ...optionAxes(
    codes,
    seen.map((choices) => choices[a]!),
    least,
  ),
}));
const arrays = Object.fromEntries(
  found.map(({name, axes}) => [
    name,
    {
      data: Float32Array.from(axes.flatMap((axis) => [...axis])),
      shape: [axes.length, decoder.codeSize],
    },
  ]),
);
for (const {name, scatter} of found)
  console.log(name, scatter.map((value) => value.toFixed(2)).join(", "));
const {author, licence, licenceNote} = readManifest().files["decoder-faces"]!;
const packed = gzipSync(packBundle({decoder: "decoder-faces"}, arrays), {level: 9});
const entry = writeData("face-axes", packed, {
  file: "face-axes.bin.gz",
  title: "directions among codes in which each attribute of a drawn face lies",
  shape: [found.reduce((sum, {axes}) => sum + axes.length, 0), decoder.codeSize],
  source: {title: "made here, of the decoder and the classifier of faces", url: "", version: ""},
  author,
  licence,
  licenceNote,
  script: "npx tsx data/pack-face-axes.ts",
  details: {seed, avatars: count, leastScatter: least},
});
console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
