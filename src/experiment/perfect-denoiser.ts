/** Digits out of noise by denoisers that need no training, and by a small network that was trained: the figure with its data. */
import {formatCount} from "../controls/format.js";
import {denoisingLanes} from "../figures/denoise/denoising-lanes.js";
import type {NamedArrays} from "../lib/array.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {imageSize, pick, toFloats} from "../lib/image.js";
import {euler} from "../lib/models/flow/flow-samplers.js";
import {patchDenoiser} from "../lib/models/flow/patch-denoiser.js";
import {straightPath} from "../lib/models/flow/path.js";
import {perfectDenoiser, perfectWeights} from "../lib/models/flow/perfect-denoiser.js";
import {plainUNet} from "../lib/models/flow/plain-unet.js";
import type {PredictionKind} from "../lib/models/flow/predictions.js";
import type {Denoise} from "../lib/models/flow/sampling.js";
import {timesOf} from "../lib/models/flow/times.js";
import {dequantise} from "../lib/models/quantised.js";
import {Random} from "../lib/random.js";
import {pictureFile} from "./picture-file.js";

/** Digits that are learned from; the others of the file are held out. */
export const trainingCount = 1000;
export const waySteps = 25;

/** The way by a denoiser that says such a `kind`, in Euler's steps, which draw nothing. */
export function wayBy(denoise: Denoise, kind: PredictionKind = "clean") {
  const [path, times, random] = [straightPath, timesOf(waySteps), new Random(1)];
  return (start: Float32Array) => euler({denoise, kind, path, times, start, random});
}

export async function perfectDenoiserFigure(): Promise<HTMLElement> {
  const [packed, network] = await Promise.all(
    ["denoiser-digits", "denoiser-network"].map(pictureFile),
  );
  const {images} = imageDataset(digits, packed!);
  const weights = dequantise(unpackBundle(network!).arrays);
  const all = [...Array(images.shape[0]).keys()];
  const training = pick(images, all.slice(0, trainingCount));
  const floats = toFloats(training);
  const centres = {data: floats.data, size: imageSize(floats.shape)};
  return denoisingLanes({
    label: "digits out of noise, without training and with",
    training,
    heldOut: pick(images, all.slice(trainingCount)),
    whole: wayBy(perfectDenoiser(centres, straightPath)),
    patches: (edge) => wayBy(patchDenoiser(floats, edge, straightPath)),
    learned: wayBy(plainUNet(weights), "velocity"),
    learnedWords: `It has seen the same ${formatCount(trainingCount)}, and has ${formatCount(countOf(weights))} weights.`,
    steps: waySteps,
    shares: perfectWeights(centres, straightPath),
  });
}

function countOf(weights: NamedArrays): number {
  return Object.values(weights).reduce((sum, {data}) => sum + data.length, 0);
}
