import {element} from "../../controls/element.js";
import {offeredChoice} from "../../controls/offered-choice.js";
import {setText} from "../../controls/set-text.js";
import {tiles} from "../../figures/inside/tiles.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {InspectedLayer, Inspection} from "../../lib/training/protocol.js";
import {captioned} from "../panels/captions.js";
import type {RunRecord} from "../run/run-record.js";
import {activationTiles, inputOf, mostTiles, weightTiles} from "./inside-data.js";
import {inspectionCharts} from "./inspection-charts.js";
import {kernelArithmetic} from "./kernel-arithmetic.js";

/** One network, layer by layer. */
export interface InsideView {
  readonly element: HTMLElement;
  draw(inspection: Inspection, run: RunRecord): void;
}

/** Weights and activations of a layer as pictures, one number of it with its arithmetic, and charts of all layers. */
export function insideView(experiment: Experiment): InsideView {
  const layerChoice = offeredChoice("Layer", () => draw());
  const inputChoice = offeredChoice("Input", () => draw());
  const channelChoice = offeredChoice("Channel of the input", () => draw());
  const kernels = tiles({label: "weights", noun: "filter", edge: 36});
  const maps = tiles({label: "activations", noun: "map", edge: 64});
  const kernelWords = element("figcaption", {});
  const kernelFigure = element("figure", {}, kernelWords, kernels);
  const mapWords = element("figcaption", {});
  const arithmetic = kernelArithmetic();
  const sumFigure = captioned(
    "One number of it, and how it comes about.",
    arithmetic.element,
    "full",
  );
  const charts = inspectionCharts(experiment);
  let seen: Inspection | undefined;

  const draw = () => {
    if (!seen) return;
    const layer = seen.layers.find(({name}) => name === layerChoice.value()) ?? seen.layers[0]!;
    const input = inputOf(layer, seen);
    const channels = layer.convolution ? input.shape[3]! : 1;
    channelChoice.offer(numbered(channels, "channel"));
    channelChoice.row.hidden = channels < 2;
    const [picture, channel] = [inputChoice.index(), channelChoice.index()];
    const weights = weightTiles(layer, seen, channel);
    kernelFigure.hidden = !weights;
    if (weights) kernels.update(weights);
    setText(kernelWords, weightWords(layer, weights?.count ?? 0));
    maps.update(activationTiles(seen.activations[layer.name]!, picture));
    setText(mapWords, activationWords(layer));
    sumFigure.hidden = !layer.convolution;
    if (layer.convolution) arithmetic.draw(layer, seen, {picture, channel, filter: maps.value});
  };
  const follow = (chosen: typeof maps, other: typeof maps) =>
    chosen.addEventListener("input", () => {
      other.value = chosen.value;
      draw();
    });
  follow(kernels, maps);
  follow(maps, kernels);

  return {
    element: element(
      "div",
      {class: "inside-view"},
      element(
        "div",
        {class: "inside-choices"},
        layerChoice.row,
        inputChoice.row,
        channelChoice.row,
      ),
      element(
        "div",
        {class: "figures"},
        kernelFigure,
        element("figure", {}, mapWords, maps),
        sumFigure,
      ),
      charts.element,
    ),
    draw(inspection, run) {
      const isOther =
        seen?.layers.map(({name}) => name).join() !==
        inspection.layers.map(({name}) => name).join();
      seen = inspection;
      layerChoice.offer(inspection.layers.map((layer) => [layer.name, layerWords(layer)]));
      if (isOther) layerChoice.choose(mostTelling(inspection).name);
      inputChoice.offer(numbered(inspection.input.shape[0]!, "input"));
      draw();
      charts.draw(inspection, run);
    },
  };
}

/** The first with a kernel that moves, or else with weights that can be seen. */
function mostTelling(inspection: Inspection): InspectedLayer {
  const {layers} = inspection;
  return (
    layers.find(({convolution}) => convolution) ??
    layers.find((layer) => weightTiles(layer, inspection, 0)) ??
    layers[0]!
  );
}

function numbered(count: number, noun: string): (readonly [string, string])[] {
  return Array.from(
    {length: count},
    (_, i) => [String(i), `${noun} ${i + 1} of ${count}`] as const,
  );
}

/** "conv1: Conv2D, 28 × 28 × 16, 160 weights". */
function layerWords({name, type, outputShape, parameters}: InspectedLayer): string {
  const shape = outputShape.slice(1).join(" × ");
  return `${name}: ${type}, ${shape}${parameters > 0 ? `, ${parameters} weights` : ""}`;
}

function weightWords({convolution}: InspectedLayer, count: number): string {
  const many = count === mostTiles ? ` The first ${mostTiles}.` : "";
  if (convolution) return `What each filter multiplies this channel of its input with.${many}`;
  return `The weights of each neuron, placed like the pixels that they belong to.${many}`;
}

function activationWords({name, outputShape}: InspectedLayer): string {
  if (outputShape.length === 4) return `What ${name} makes of this input, a map for each channel.`;
  return `What ${name} makes of all inputs: a row for each input, a column for each number.`;
}
