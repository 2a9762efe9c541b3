/** A digit filled in and drawn anew, by a small trained network and by guesses that need no training: the figure with its data. */
import {pictureChange} from "../figures/denoise/picture-change.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {imageSize, pick, toFloats} from "../lib/image.js";
import {patchDenoiser} from "../lib/models/flow/patch-denoiser.js";
import {straightPath} from "../lib/models/flow/path.js";
import {perfectDenoiser} from "../lib/models/flow/perfect-denoiser.js";
import {redraw} from "../lib/models/flow/picture-to-picture.js";
import {plainUNet} from "../lib/models/flow/plain-unet.js";
import {samplers} from "../lib/models/flow/samplers.js";
import {type Denoise, lastOf} from "../lib/models/flow/sampling.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {changeSteps, fourDigits, fourFillings, fourOf, onePictureAtATime} from "./four-fillings.js";
import {pictureFile} from "./picture-file.js";

/** Digits that are learned from; the others of the file are changed. */
const trainingCount = 1000;
/** Pixels along the edge of a patch. */
const patch = 7;
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
  const guessOf = (by: string) => ({
    denoise: guesses[by]!,
    kind: by === "network" ? ("velocity" as const) : ("clean" as const),
  });
  return pictureChange({
    label: "a digit filled in, and drawn anew",
    digits: pick(images, all.slice(trainingCount)),
    guessers,
    fill: ({by, ...filling}) => fourFillings({...filling, ...guessOf(by)}),
    async anew({picture, hand, by, strength}) {
      const {denoise, kind} = guessOf(by);
      const options = {
        ...{denoise: onePictureAtATime(denoise, size), kind, path: straightPath},
        ...{picture: fourOf(picture), random: new Random(hand), steps: changeSteps, strength},
      };
      return fourDigits(await lastOf(redraw(samplers.ddpm, options)));
    },
  });
}
