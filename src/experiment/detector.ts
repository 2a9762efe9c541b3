/** A detector of made digits: the figure with its data. Kept runs of the reader's own are makers beside those of the course. */
import {madeDetector} from "../figures/provenance/made-detector.js";
import {judgedMakers} from "../judging/makers.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {realId} from "../lib/questions/judged-pictures.js";
import {pictureFile} from "./picture-file.js";

export async function detectorFigure(): Promise<HTMLElement> {
  const [real, makers] = await Promise.all([pictureFile("denoiser-digits"), judgedMakers()]);
  return madeDetector({
    label: "made pictures that a detector finds",
    real: imageDataset(digits, real).images,
    makers: makers.filter(({id}) => id !== realId),
    first: "vae-digits",
  });
}
