/** What "Changing a picture" says of filling in and drawing anew, by the network and the pictures that the page has. */
import {expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {unpackBundle} from "../../lib/bundle.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {pick, toFloats} from "../../lib/image.js";
import {inpaint} from "../../lib/models/flow/inpaint.js";
import {straightPath} from "../../lib/models/flow/path.js";
import {redraw} from "../../lib/models/flow/picture-to-picture.js";
import {plainUNet} from "../../lib/models/flow/plain-unet.js";
import {samplers} from "../../lib/models/flow/samplers.js";
import {lastOf} from "../../lib/models/flow/sampling.js";
import {timesOf} from "../../lib/models/flow/times.js";
import {dequantise} from "../../lib/models/quantised.js";
import {Random} from "../../lib/random.js";
import {knownPixels} from "../../src/figures/denoise/picture-change.js";

const [side, size, count] = [14, 196, 12];
const {images} = imageDataset(digits, dataFile("denoiser-digits"));
/** Digits that the network has never seen. */
const pictures = toFloats(
  pick(
    images,
    [...Array(count).keys()].map((i) => 1000 + i),
  ),
).data;
const network = {
  denoise: plainUNet(dequantise(unpackBundle(dataFile("denoiser-network")).arrays)),
  kind: "velocity",
  path: straightPath,
} as const;
const upperHalf = knownPixels(Array.from({length: 21}, (_, i) => 28 + i));

function filled(picture: Float32Array, repeats: number, seed = 1): Promise<Float32Array> {
  const random = new Random(seed);
  const start = random.normals(picture.length);
  const times = timesOf(16, "quadratic");
  const options = {...network, picture, start, times, known: upperHalf, repeats, random};
  return lastOf(inpaint(samplers.ddpm, options));
}

/** Mean difference of the pixels above and below row `below`'s upper edge. */
function jump(x: Float32Array, below: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += size)
    for (let k = 0; k < side; k++)
      sum += Math.abs(x[i + below * side + k]! - x[i + (below - 1) * side + k]!);
  return sum / ((x.length / size) * side);
}

function meanDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}

test("what is kept stays as it is, and each chance fills in something else", async () => {
  const first = pictures.subarray(3 * size, 4 * size);
  const made = [await filled(first, 2, 1), await filled(first, 2, 2), await filled(first, 2, 3)];
  for (const each of made)
    for (const [i, isKnown] of upperHalf.entries()) if (isKnown) expect(each[i]).toBe(first[i]);
  for (const other of made.slice(1)) expect(meanDifference(made[0]!, other)).toBeGreaterThan(0.05);
});

test("with more turns the two parts differ less at the seam", async () => {
  const [once, often] = [jump(await filled(pictures, 1), 8), jump(await filled(pictures, 5), 8)];
  expect(often).toBeLessThan(once);
});

test("the stronger the noise, the less is left of the picture", async () => {
  const differences = [];
  for (const strength of [0, 0.3, 0.6, 0.9]) {
    const options = {...network, picture: pictures, strength, steps: 16, random: new Random(1)};
    differences.push(meanDifference(await lastOf(redraw(samplers.ddpm, options)), pictures));
  }
  expect(differences[0]).toBe(0);
  expect(differences[1]).toBeLessThan(differences[2]! / 1.5);
  expect(differences[2]).toBeLessThan(differences[3]!);
});
