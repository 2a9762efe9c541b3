import {element} from "../../controls/element.js";
import type {NamedArrays} from "../../lib/array.js";
import {cssColour} from "../colour.js";
import {drawLayers, planeBrush} from "./plane-layer.js";
import {pointLayers} from "./point-layers.js";

/** The judge's field with both kinds of point, as a canvas of its own in the page's present colours. */
export function pointPicture(arrays: NamedArrays, extent: number, size = 480): HTMLCanvasElement {
  const canvas = element("canvas", {width: size, height: size});
  const context = canvas.getContext("2d")!;
  const brush = planeBrush(context, {extent, size}, size / 440, document.body);
  const {field, real, generated} = pointLayers(extent);
  context.fillStyle = cssColour(brush.colour("--paper"));
  context.fillRect(0, 0, size, size);
  drawLayers(brush, [field, real, generated], {arrays});
  return canvas;
}
