import {element} from "../../controls/element.js";
import type {NamedArrays} from "../../lib/array.js";
import {cssColour} from "../colour.js";
import {drawField, drawGenerated, drawReal, type PlaneBrush, planeColours} from "./plane-layers.js";

/** The judge's field with both kinds of point, as a canvas of its own in the page's present colours: `arrays` as plane.ts has them. */
export function planePicture(arrays: NamedArrays, extent: number, size = 480): HTMLCanvasElement {
  const canvas = element("canvas", {width: size, height: size});
  const context = canvas.getContext("2d")!;
  const colours = planeColours(document.body);
  const brush: PlaneBrush = {context, scale: {extent, size}, ratio: size / 440, colours};
  const {real, generated, field} = arrays;
  context.fillStyle = cssColour(colours.paper);
  context.fillRect(0, 0, size, size);
  if (field) drawField(brush, field);
  if (real) drawReal(brush, real.data);
  if (generated) drawGenerated(brush, generated.data);
  return canvas;
}
