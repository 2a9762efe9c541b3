/** A drawn digit on its way through the course's classifier: the figure with its network. Nothing is trained, and no engine fetched. */
import {cnnSees} from "../figures/inside/cnn-sees.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {asInspection, convolutions, firstStrokes, shares} from "./cnn-sees-data.js";
import {activationTiles, weightTiles} from "./inside/inside-data.js";
import {kernelArithmetic} from "./inside/kernel-arithmetic.js";
import {pictureFile} from "./picture-file.js";

const blank = new Float32Array(784).fill(-1);

export async function digitThroughNetwork(): Promise<HTMLElement> {
  const weights = dequantise(unpackBundle(await pictureFile("classifier-digits")).arrays);
  const classify = plainClassifier(weights);
  const arithmetic = kernelArithmetic();
  return cnnSees({
    label: "a digit on its way through a network",
    classNames: digits.classNames,
    layers: convolutions,
    first: firstStrokes,
    arithmetic: arithmetic.element,
    look(picture = blank, name, channel) {
      const outputs = classify(picture);
      const inspection = asInspection(picture, outputs, weights);
      const layer = inspection.layers.find((each) => each.name === name)!;
      return {
        probabilities: shares(outputs.logits.data),
        maps: activationTiles(inspection.activations[name]!, 0),
        kernels: weightTiles(layer, inspection, channel)!,
        draw: (filter) => arithmetic.draw(layer, inspection, {picture: 0, channel, filter}),
      };
    },
  });
}
