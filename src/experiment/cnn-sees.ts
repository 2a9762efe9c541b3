/** A drawn digit on its way through the course's classifier: maps, kernels and one sum with its numbers. Nothing is trained, and no engine fetched. */
import {element} from "../controls/element.js";
import {offeredChoice} from "../controls/offered-choice.js";
import {setText} from "../controls/set-text.js";
import {probabilityBars} from "../figures/bars/probability-bars.js";
import {tiles} from "../figures/inside/tiles.js";
import {drawingPad} from "../figures/paint/drawing-pad.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {plainClassifier} from "../lib/models/plain-classifier.js";
import {dequantise} from "../lib/models/quantised.js";
import {asInspection, convolutions, firstStrokes, shares} from "./cnn-sees-data.js";
import {activationTiles, weightTiles} from "./inside/inside-data.js";
import {kernelArithmetic} from "./inside/kernel-arithmetic.js";
import {pictureFile} from "./picture-file.js";

const blank = new Float32Array(784).fill(-1);

export async function cnnSees(): Promise<HTMLElement> {
  const weights = dequantise(unpackBundle(await pictureFile("classifier-digits")).arrays);
  const classify = plainClassifier(weights);
  const pad = drawingPad({label: "Drawing pad"});
  const bars = probabilityBars({
    label: "How probable each digit is",
    classNames: digits.classNames,
  });
  const maps = tiles({label: "maps of the layer", noun: "map", edge: 64});
  const kernels = tiles({label: "kernels of the layer", noun: "kernel", edge: 36});
  const arithmetic = kernelArithmetic();
  const layerChoice = offeredChoice("Layer", () => show());
  const channelChoice = offeredChoice("Map of the layer before", () => show());
  const mapWords = element("p", {class: "fig-note"});
  const kernelWords = element("p", {class: "fig-note"});
  layerChoice.offer(convolutions.map(({name, words}) => [name, words]));

  const show = () => {
    const picture = pad.value ?? blank;
    const outputs = classify(picture);
    const inspection = asInspection(picture, outputs, weights);
    const name = layerChoice.value();
    const layer = inspection.layers.find((each) => each.name === name)!;
    const {before, channels} = convolutions.find((each) => each.name === name)!;
    channelChoice.offer(
      Array.from({length: channels}, (_, i) => [String(i), `${i + 1} of ${channels}`]),
    );
    channelChoice.row.hidden = channels === 1;
    const channel = Number(channelChoice.value());
    maps.update(activationTiles(inspection.activations[name]!, 0));
    kernels.update(weightTiles(layer, inspection, channel)!);
    setText(mapWords, `What each of its kernels finds in ${before}, dark where it finds much.`);
    setText(
      kernelWords,
      channels === 1
        ? "Its kernels: nine weights each."
        : `Its kernels’ nine weights for map ${channel + 1} of the layer before. Each kernel has nine for each of the ${channels} maps.`,
    );
    arithmetic.draw(layer, inspection, {picture: 0, channel, filter: maps.value});
    bars.update({
      probabilities: shares(outputs.logits.data),
      note: pad.value
        ? "It answers while you draw."
        : "Nothing is drawn, and it answers all the same.",
    });
  };
  for (const [chosen, other] of [
    [maps, kernels],
    [kernels, maps],
  ] as const)
    chosen.addEventListener("input", () => {
      other.value = chosen.value;
      show();
    });
  pad.addEventListener("input", show);
  pad.update({strokes: firstStrokes});
  return element(
    "div",
    {class: "fig-cnn", role: "group", "aria-label": "a digit on its way through a network"},
    element("div", {class: "fig-cnn-ends"}, pad, bars),
    element("div", {class: "inside-choices"}, layerChoice.row, channelChoice.row),
    element(
      "div",
      {class: "fig-cnn-tiles"},
      element("div", {}, mapWords, maps),
      element("div", {}, kernelWords, kernels),
    ),
    arithmetic.element,
  );
}
