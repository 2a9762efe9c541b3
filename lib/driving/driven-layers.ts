/** The hidden layers of a network as a reader lists them: a function without arguments, asked once, when the network is built. */
import {activations, type LayerShape} from "../grading/layer-shape.js";
import {shorten} from "../grading/shorten.js";
import {show} from "../grading/show.js";
import {DrivenFault} from "./driven-fault.js";
import type {ReaderFunction} from "./reader-function.js";

/** The first layer first; none is a network that cannot bend. */
export type OutsideLayers = () => Promise<readonly LayerShape[]>;

const mostLayers = 6;
const mostWidth = 256;
const shownCharacters = 200;

/** The layers that `fn` lists. */
export function drivenLayers(fn: ReaderFunction): OutsideLayers {
  return async () => {
    const [value] = await fn.call([[]]);
    if (!Array.isArray(value) || value.length > mostLayers)
      throw faultOf(fn.part, value, `a list of at most ${mostLayers} layers`);
    return value.map((layer, i) => layerOf(fn.part, layer, i + 1));
  };
}

function layerOf(part: string, layer: unknown, number: number): LayerShape {
  if (isLayer(layer)) return {width: layer.width, activation: layer.activation};
  const names = Object.keys(activations).join(", ");
  const legal = `a width, a whole number from 1 to ${mostWidth}, and an activation, one of ${names}`;
  throw faultOf(part, layer, legal, `as layer ${number} `);
}

function isLayer(value: unknown): value is LayerShape {
  if (typeof value !== "object" || value === null) return false;
  const {width, activation} = value as Readonly<Record<string, unknown>>;
  const fits = Number.isInteger(width) && Number(width) >= 1 && Number(width) <= mostWidth;
  return fits && typeof activation === "string" && Object.hasOwn(activations, activation);
}

function faultOf(part: string, value: unknown, expected: string, where = ""): DrivenFault {
  const came = `returned ${where}${shorten(show(value), shownCharacters)}`;
  return new DrivenFault(part, came, expected, "Run the tests of its exercise.");
}
