import type {Lens, Standpoint} from "../../lib/worlds/panorama.js";
import {themeColour} from "../colour.js";
import {type LitGround, panoramaPixels} from "./panorama-shades.js";

/** Paints what is seen on a canvas of the lens's size, in the theme's daylight. Returns the pixels, and how far the farthest ground is, in metres. */
export function paintPanorama(
  canvas: HTMLCanvasElement,
  ground: LitGround,
  from: Standpoint,
  lens: Lens,
) {
  const seen = panoramaPixels(ground, from, lens, dayOf(canvas));
  const image = new ImageData(seen.pixels, lens.columns, lens.rows);
  canvas.getContext("2d")!.putImageData(image, 0, 0);
  return seen;
}

export function dayOf(canvas: HTMLElement) {
  const colour = (name: string) => themeColour(canvas, name);
  return {high: colour("--sky-high"), low: colour("--sky-low"), light: colour("--daylight")};
}
