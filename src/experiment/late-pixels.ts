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

/** Digits changed, and what a classifier reads in them. */
export function lateAugmentation(): HTMLElement {
  return lateFigure("changed", async () => {
    const {augmentationFigure} = await import("./augmentation.js");
    return augmentationFigure();
  });
}
