/** Digits behind a wire, which is erased and filled in by a small trained network: the figure with its data. */
import {behindWire} from "../figures/denoise/behind-wire.js";
import {objectRemoval} from "../figures/denoise/object-removal.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {pick, toBytes} from "../lib/image.js";
import {plainUNet} from "../lib/models/flow/plain-unet.js";
import {dequantise} from "../lib/models/quantised.js";
import {smoothlyFilled} from "../lib/pipeline/smooth-fill.js";
import {digitReader} from "./digit-reader.js";
import {fourFillings} from "./four-fillings.js";
import {pictureFile} from "./picture-file.js";

/** Digits that the network has learned from; those behind them in the file are shown. */
const learnedCount = 1000;
const side = 14;
/** How often each step of a filling is taken. */
const turns = 2;

export async function objectRemovalFigure(): Promise<HTMLElement> {
  const [packed, network, classifier] = await Promise.all(
    ["denoiser-digits", "denoiser-network", "classifier-digits"].map(pictureFile),
  );
  const {images} = imageDataset(digits, packed!);
  const others = images.shape[0] - learnedCount;
  const denoise = plainUNet(dequantise(unpackBundle(network!).arrays));
  return objectRemoval({
    label: "something taken out of a picture",
    object: "wire",
    sceneOf: (number) => behindWire(pick(images, [learnedCount + (number % others)]), number),
    fill: (missing) => fourFillings({...missing, denoise, kind: "velocity", turns}),
    smooth: ({picture, known}) =>
      toBytes({data: smoothlyFilled(picture, side, known), shape: [1, side, side, 1]}),
    read: digitReader(classifier!),
  });
}
