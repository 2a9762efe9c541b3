/** A detector of made digits: the figure with its data. */
import {madeDetector} from "../figures/provenance/made-detector.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {realId, unpackJudged} from "../lib/questions/judged-pictures.js";
import {pictureFile} from "./picture-file.js";

export async function detectorFigure(): Promise<HTMLElement> {
  const [real, judged] = await Promise.all(["denoiser-digits", "judged-digits"].map(pictureFile));
  return madeDetector({
    label: "made pictures that a detector finds",
    real: imageDataset(digits, real!).images,
    makers: unpackJudged(judged!).makers.filter(({id}) => id !== realId),
    first: "vae-digits",
  });
}
