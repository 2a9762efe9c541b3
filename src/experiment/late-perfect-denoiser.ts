import {lateFigure} from "./late-figure.js";

/** Digits out of noise, without training. */
export function latePerfectDenoiser(): HTMLElement {
  return lateFigure("lanes", async () => {
    const {perfectDenoiserFigure} = await import("./perfect-denoiser.js");
    return perfectDenoiserFigure();
  });
}
