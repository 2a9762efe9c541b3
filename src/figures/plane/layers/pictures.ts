import type {ByteImages} from "../../../lib/image.js";
import {cssColour, type Rgb} from "../../colour.js";
import {drawPicture} from "../../picture-canvas.js";
import type {Point} from "../../point.js";
import {inside, withoutOverlap} from "../cluster-places.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

/** One picture over the whole square; smoothed, because it is one surface and not a sheet of samples. Its ground is black in every theme. */
export function surface<Data>(
  of: (data: Data) => {readonly picture: HTMLCanvasElement; readonly light: number} | undefined,
): PlaneLayer<Data> {
  return layer(of, ({context, scale: {size}}, {picture, light}) => {
    context.fillStyle = "#000";
    context.fillRect(0, 0, size, size);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.globalAlpha = light;
    context.drawImage(picture, 0, 0, size, size);
    context.globalAlpha = 1;
  });
}

/** The place of a picture, and its look. */
export interface Stand extends Point {
  readonly ink: Ink;
  readonly alpha?: number;
  /** Underlined: not by its colour alone. */
  readonly isStray?: boolean;
}

export interface StandingPictures {
  /** [m, h, w, 1]: their white becomes ink, their black nothing. */
  readonly pictures: ByteImages;
  /** One for each picture. */
  readonly stands: readonly Stand[];
}

/** Small pictures within the square, the first ones first, as many as have room. */
export function thumbnails<Data>(
  of: (data: Data) => StandingPictures | undefined,
): PlaneLayer<Data> {
  return layer(of, drawThumbnails);
}

function drawThumbnails(brush: PlaneBrush, {pictures, stands}: StandingPictures): void {
  const {context, scale, ratio, colour} = brush;
  const zoom = Math.max(1, Math.round(ratio));
  const side = pictures.shape[1];
  const edge = side * zoom;
  const most = scale.extent - (edge / scale.size) * scale.extent;
  const places = stands.map(({x, y}) => toPixels(scale, {x: inside(x, most), y: inside(y, most)}));
  for (const i of withoutOverlap(places, 0.8 * edge)) {
    const {ink, alpha = 1, isStray} = stands[i]!;
    const [x, y] = [Math.round(places[i]!.x - edge / 2), Math.round(places[i]!.y - edge / 2)];
    context.globalAlpha = alpha;
    drawPicture(context, stripOf(pictures, colour(ink)), side, i, x, y, zoom);
    context.fillStyle = cssColour(colour(ink));
    if (isStray) context.fillRect(x + edge / 4, y + edge - zoom, edge / 2, 1.5 * zoom);
    context.globalAlpha = 1;
  }
}

/** By pictures and colour: the hand asks for a drawing of the same ones again and again. */
const strips = new WeakMap<ByteImages, Map<string, HTMLCanvasElement>>();

function stripOf(pictures: ByteImages, ink: Rgb): HTMLCanvasElement {
  const made = strips.get(pictures) ?? new Map<string, HTMLCanvasElement>();
  const strip = made.get(cssColour(ink)) ?? inkStrip(pictures, ink);
  strips.set(pictures, made.set(cssColour(ink), strip));
  return strip;
}

/** All pictures under each other, their white as `ink` and their black as nothing. */
function inkStrip({data, shape: [n, h, w]}: ByteImages, ink: Rgb): HTMLCanvasElement {
  const strip = document.createElement("canvas");
  strip.width = w;
  strip.height = Math.max(1, n * h);
  const rgba = new ImageData(w, strip.height);
  for (let i = 0; i < n * h * w; i++) {
    const at = 4 * i;
    rgba.data[at] = ink[0];
    rgba.data[at + 1] = ink[1];
    rgba.data[at + 2] = ink[2];
    rgba.data[at + 3] = data[i]!;
  }
  strip.getContext("2d")!.putImageData(rgba, 0, 0);
  return strip;
}
