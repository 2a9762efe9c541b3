import {lateFigure} from "./late-figure.js";

/** A picture made smaller and enlarged again. */
export function lateScaling(): HTMLElement {
  return lateFigure("lab", async () => {
    const {scalingFigure} = await import("./scaling.js");
    return scalingFigure();
  });
}

/** A picture spoilt and mended. */
export function lateDenoising(): HTMLElement {
  return lateFigure("lab", async () => {
    const {denoisingFigure} = await import("./denoising.js");
    return denoisingFigure();
  });
}
