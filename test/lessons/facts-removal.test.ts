/** What "Film" says of a wire that is erased and filled in, by the network and the digits that the page has. */
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {doubled} from "../../lib/doubled.js";
import {type ByteImages, pick, toBytes, toFloats} from "../../lib/image.js";
import {inpaint} from "../../lib/models/flow/inpaint.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {plainUNet} from "../../lib/models/flow/plain-unet.js";
import {samplers} from "../../lib/models/flow/samplers.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {dequantise} from "../../lib/models/quantised.js";
import {smoothlyFilled} from "../../lib/pipeline/smooth-fill.js";
import {Random} from "../../lib/random.js";
import {digitReader} from "../../src/experiment/digit-reader.js";
import {behindWire} from "../../src/figures/denoise/behind-wire.js";
import {offBy, patchesOf} from "../../src/figures/denoise/object-removal.js";
import {knownPixels} from "../../src/figures/denoise/picture-change.js";

const count = 12;
const {images, labels} = imageDataset(digits, dataFile("denoiser-digits"));
const network = plainUNet(dequantise(unpackBundle(dataFile("denoiser-network")).arrays));
const read = digitReader(dataFile("classifier-digits"));
const scenes = Array.from({length: count}, (_, i) => ({
  ...behindWire(pick(images, [1000 + i]), i),
  label: labels[1000 + i]!,
}));
type Shown = (typeof scenes)[number];

const one = (data: Float32Array) => toBytes({data, shape: [1, 14, 14, 1]});
const seen = (scene: Shown) => toFloats(scene.seen).data;
const maskOf = (scene: Shown) => knownPixels(patchesOf(scene.object));
const smooth = (scene: Shown) => one(smoothlyFilled(seen(scene), 14, maskOf(scene)));

async function filled(scene: Shown): Promise<ByteImages> {
  const random = new Random(1);
  const options = {denoise: network, kind: "velocity", path: straightPath} as const;
  const start = random.normals(196);
  const times = timesOf(16, "quadratic");
  const more = {picture: seen(scene), known: maskOf(scene), start, times, repeats: 2, random};
  return one(await lastOf(inpaint(samplers.ddpm, {...options, ...more})));
}

const isRight = (picture: ByteImages, {label}: Shown) =>
  read(toBytes(doubled(toFloats(picture)))) === label;
const rightCount = (pictures: readonly ByteImages[]) =>
  pictures.filter((picture, i) => isRight(picture, scenes[i]!)).length;
/** Mean over the digits, in whole per cent. */
function off(pictures: readonly ByteImages[]): number {
  const each = pictures.map((picture, i) => {
    const scene = scenes[i]!;
    return offBy(scene.truth, picture, maskOf(scene))!;
  });
  return Math.round((100 * each.reduce((a, b) => a + b, 0)) / each.length);
}

test("of twelve digits behind a wire both fillings are as far off, and about as many can be read again", async () => {
  const byNetwork = [];
  for (const scene of scenes) byNetwork.push(await filled(scene));
  const smoothly = scenes.map(smooth);
  expect([off(byNetwork), off(smoothly)]).toEqual([23, 23]);
  const read = [scenes.map(({truth}) => truth), scenes.map(({seen}) => seen), byNetwork, smoothly];
  expect(read.map(rightCount)).toEqual([11, 3, 10, 9]);
});
