/**
 * Any picture as a small square: grey, as networks here learn from it, or in colour. The middle is cut out, or the whole is put on black; the light of a pixel is
 *
 *     y = α (0.2126 r + 0.7152 g + 0.0722 b)         (ITU-R BT.709, section 3.2; α is the opacity, on black)
 *
 * and each new pixel is the mean of the old ones that it covers (`area` of resize.ts). Loss: colour, where it becomes grey, and everything finer than a new pixel.
 */
import {bytesOf} from "./raster.js";
import {resized} from "./resize.js";

/** A rectangle in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Fitting = "cut" | "whole";

/** From which part of a picture to which part of a square with edge `side`. */
export function placing(
  {width, height}: {readonly width: number; readonly height: number},
  side: number,
  by: Fitting,
): {readonly from: Box; readonly to: Box} {
  if (by === "cut") {
    const edge = Math.min(width, height);
    const from = {x: (width - edge) / 2, y: (height - edge) / 2, width: edge, height: edge};
    return {from, to: {x: 0, y: 0, width: side, height: side}};
  }
  const scale = side / Math.max(width, height);
  const [w, h] = [Math.max(1, width * scale), Math.max(1, height * scale)];
  return {
    from: {x: 0, y: 0, width, height},
    to: {x: (side - w) / 2, y: (side - h) / 2, width: w, height: h},
  };
}

export interface Rgba {
  /** [side, side, 4], bytes. */
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly side: number;
}

/** Whether nothing of it can be seen. */
export function isTransparent({data}: Rgba): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return false;
  return true;
}

/** [side · side] bytes of light. `turned`: dark becomes light, as ink on paper has to where pictures are white on black. */
export function smallGrey({data, side: from}: Rgba, side: number, turned: boolean): Uint8Array {
  const light = new Float64Array(from * from);
  for (let i = 0; i < light.length; i++) light[i] = lightOf(data, 4 * i, turned);
  return bytesOf(resized({data: light, shape: [from, from, 1]}, side, side, "area")).data;
}

/** [side · side · 3] bytes, what is transparent on black. */
export function smallColour({data, side: from}: Rgba, side: number): Uint8Array {
  const colours = Float64Array.from({length: 3 * from * from}, (_, i) => {
    const at = 4 * Math.floor(i / 3);
    return (data[at + (i % 3)]! / 255) * (data[at + 3]! / 255);
  });
  return bytesOf(resized({data: colours, shape: [from, from, 3]}, side, side, "area")).data;
}

function lightOf(data: Rgba["data"], at: number, turned: boolean): number {
  const [r, g, b, a] = [data[at]!, data[at + 1]!, data[at + 2]!, data[at + 3]!];
  const light = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  return (turned ? 1 - light : light) * (a / 255);
}
