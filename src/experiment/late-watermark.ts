import {lateFigure} from "./late-figure.js";

/** A mark in pictures, found again or not, without training. */
export function lateWatermark(): HTMLElement {
  return lateFigure("mark", async () => {
    const {watermarkFigure} = await import("./watermark.js");
    return watermarkFigure();
  });
}
