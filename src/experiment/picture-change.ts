/** A digit filled in and drawn anew, by a small trained network and by guesses that need no training: the figure with its data. */
import {changedCount, pictureChange} from "../figures/denoise/picture-change.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, imageSize, pick, toBytes, toFloats} from "../lib/image.js";
import {inpaint} from "../lib/models/flow/inpaint.js";
import {patchDenoiser} from "../lib/models/flow/patch-denoiser.js";
import {straightPath} from "../lib/models/flow/path.js";
import {perfectDenoiser} from "../lib/models/flow/perfect-denoiser.js";
import {redraw} from "../lib/models/flow/picture-to-picture.js";
import {plainUNet} from "../lib/models/flow/plain-unet.js";
import {samplers} from "../lib/models/flow/samplers.js";
import {type Denoise, lastOf} from "../lib/models/flow/sampling.js";
import {timesOf} from "../lib/models/flow/times.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {pictureFile} from "./picture-file.js";

/** Digits that are learned from; the others of the file are changed. */
const trainingCount = 1000;
/** Pixels along the edge of a patch. */
const patch = 7;
const steps = 16;
/** A little blur around each training digit, without which hardly a digit would fit to what is known. */
const spread = 0.1;

const guessers = {
  network: "a trained network",
  patches: `the best guess by patches of ${patch} by ${patch}`,
  whole: "the best guess of all",
} as const;

export async function pictureChangeFigure(): Promise<HTMLElement> {
  const [packed, network] = await Promise.all(
    ["denoiser-digits", "denoiser-network"].map(pictureFile),
  );
  const {images} = imageDataset(digits, packed!);
  const all = [...Array(images.shape[0]).keys()];
  const training = toFloats(pick(images, all.slice(0, trainingCount)));
  const size = imageSize(training.shape);
  const centres = {data: training.data, size, spread};
  const guesses: Readonly<Record<string, Denoise>> = {
    network: plainUNet(dequantise(unpackBundle(network!).arrays)),
    patches: patchDenoiser(training, patch, straightPath),
    whole: perfectDenoiser(centres, straightPath),
  };
  const optionsOf = (picture: Float32Array, by: string) => ({
    denoise: onePictureAtATime(guesses[by]!, size),
    kind: by === "network" ? ("velocity" as const) : ("clean" as const),
    ...{path: straightPath, picture: repeated(picture)},
  });
  return pictureChange({
    label: "a digit filled in, and drawn anew",
    digits: pick(images, all.slice(trainingCount)),
    guessers,
    async fill({picture, hand, by, known, turns: repeats}) {
      const random = new Random(hand);
      const options = {...optionsOf(picture, by), random, known, repeats};
      const start = random.normals(changedCount * size);
      const times = timesOf(steps, "quadratic");
      return bytesOf(await lastOf(inpaint(samplers.ddpm, {...options, start, times})));
    },
    async anew({picture, hand, by, strength}) {
      const options = {...optionsOf(picture, by), random: new Random(hand), steps, strength};
      return bytesOf(await lastOf(redraw(samplers.ddpm, options)));
    },
  });
}

/** The same guesses, with a moment for the page between two pictures. */
function onePictureAtATime(denoise: Denoise, size: number): Denoise {
  return async (x, t) => {
    const clean = new Float32Array(x.length);
    for (let at = 0; at < x.length; at += size) {
      await new Promise((done) => setTimeout(done));
      clean.set(await denoise(x.subarray(at, at + size), t), at);
    }
    return clean;
  };
}

function repeated(picture: Float32Array): Float32Array {
  const {length} = picture;
  return Float32Array.from({length: changedCount * length}, (_, i) => picture[i % length]!);
}

function bytesOf(data: Float32Array): ByteImages {
  return toBytes({data, shape: [changedCount, 14, 14, 1]});
}
