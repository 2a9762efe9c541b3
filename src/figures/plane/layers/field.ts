import type {NdArray} from "../../../lib/array.js";
import {mixColours, type Rgb} from "../../colour.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

/** Colours of a field where it is 0, one half and 1. */
export interface Shades<Colour> {
  readonly low: Colour;
  readonly middle: Colour;
  readonly high: Colour;
}

/** Share of the colour where the field is certain; the rest is that of the middle, so that points stand out. */
const mostTint = 0.4;

/** A value of the field, 0 to 1, as a colour: low, through the middle at one half, to high. */
export function shadeOf({low, middle, high}: Shades<Rgb>, value: number): Rgb {
  const certainty = Math.min(1, Math.abs(2 * value - 1));
  return mixColours(middle, value < 0.5 ? low : high, mostTint * certainty);
}

/** A field [g, g], its first row lowest, as a shade. Nodes at the square's edges, smooth between them. */
export function field<Data>(
  of: (data: Data) => NdArray | undefined,
  {low, middle, high}: Shades<Ink>,
): PlaneLayer<Data> {
  return layer(of, (brush, shown) => {
    const {colour} = brush;
    drawField(brush, shown, {low: colour(low), middle: colour(middle), high: colour(high)});
  });
}

function drawField(
  {context, scale}: PlaneBrush,
  {data, shape}: NdArray,
  shades: Shades<Rgb>,
): void {
  const g = shape[0]!;
  const small = document.createElement("canvas");
  small.width = g;
  small.height = g;
  const pixels = new ImageData(g, g);
  for (let i = 0; i < g * g; i++) {
    const flipped = (g - 1 - Math.floor(i / g)) * g + (i % g);
    const [red, green, blue] = shadeOf(shades, Number(data[flipped]));
    pixels.data.set([red, green, blue, 255], 4 * i);
  }
  small.getContext("2d")!.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "low";
  context.drawImage(small, 0.5, 0.5, g - 1, g - 1, 0, 0, scale.size, scale.size);
}
