/** A drawn digit on its way through a network: what it answers, the maps and kernels of a layer, and one number of a map. */
import {element} from "../../controls/element.js";
import {offeredChoice} from "../../controls/offered-choice.js";
import {setText} from "../../controls/set-text.js";
import {probabilityBars} from "../bars/probability-bars.js";
import {drawingPad} from "../paint/drawing-pad.js";
import type {Stroke} from "../paint/drawn-digit.js";
import {type TilesData, tiles} from "./tiles.js";

/** A layer with kernels, and what each of them sees. */
export interface SeenLayer {
  readonly name: string;
  readonly words: string;
  readonly before: string;
  /** Maps before it. */
  readonly channels: number;
}

export interface CnnSeesOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  readonly layers: readonly SeenLayer[];
  /** Drawn at first, so that there is something to see. */
  readonly first: readonly Stroke[];
  /** Where the number of a map is worked out. */
  readonly arithmetic: HTMLElement;
  /** A pass of the picture, which is undefined as long as nothing is drawn. */
  look(picture: Float32Array | undefined, layer: string, channel: number): LookedAt;
}

export interface LookedAt {
  readonly probabilities: Float32Array;
  readonly maps: TilesData;
  /** Their weights for one map of the layer before. */
  readonly kernels: TilesData;
  /** Works out a number of the map of this kernel. */
  draw(kernel: number): void;
}

export function cnnSees(options: CnnSeesOptions): HTMLElement {
  const {label, classNames, layers, first, arithmetic, look} = options;
  const pad = drawingPad({label: "Drawing pad"});
  const bars = probabilityBars({label: "How probable each digit is", classNames});
  const maps = tiles({label: "maps of the layer", noun: "map", edge: 64});
  const kernels = tiles({label: "kernels of the layer", noun: "kernel", edge: 36});
  const layerChoice = offeredChoice("Layer", () => show());
  const channelChoice = offeredChoice("Map of the layer before", () => show());
  const mapWords = element("p", {class: "fig-note"});
  const kernelWords = element("p", {class: "fig-note"});
  layerChoice.offer(layers.map(({name, words}) => [name, words]));

  const show = () => {
    const layer = layers.find(({name}) => name === layerChoice.value())!;
    offerChannels(channelChoice, layer.channels);
    const channel = Number(channelChoice.value());
    const looked = look(pad.value, layer.name, channel);
    maps.update(looked.maps);
    kernels.update(looked.kernels);
    setText(
      mapWords,
      `What each of its kernels finds in ${layer.before}, dark where it finds much.`,
    );
    setText(kernelWords, kernelText(layer, channel));
    looked.draw(maps.value);
    const note = pad.value
      ? "It answers while you draw."
      : "Nothing is drawn, and it answers all the same.";
    bars.update({probabilities: looked.probabilities, note});
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
  pad.update({strokes: first});
  return element(
    "div",
    {class: "fig-cnn", role: "group", "aria-label": label},
    element("div", {class: "fig-cnn-ends"}, pad, bars),
    element("div", {class: "inside-choices"}, layerChoice.row, channelChoice.row),
    element(
      "div",
      {class: "fig-cnn-tiles"},
      element("div", {}, mapWords, maps),
      element("div", {}, kernelWords, kernels),
    ),
    arithmetic,
  );
}

function offerChannels(choice: ReturnType<typeof offeredChoice>, channels: number): void {
  choice.offer(Array.from({length: channels}, (_, i) => [String(i), `${i + 1} of ${channels}`]));
  choice.row.hidden = channels === 1;
}

function kernelText({channels}: SeenLayer, channel: number): string {
  return channels === 1
    ? "Its kernels: nine weights each."
    : `Its kernels’ nine weights for map ${channel + 1} of the layer before. Each kernel has nine for each of the ${channels} maps.`;
}
