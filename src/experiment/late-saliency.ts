import {lateFigure} from "./late-figure.js";

/** Where a network looks in a digit, and another beside it. */
export function lateWhereItLooks(): HTMLElement {
  return lateFigure("looks", async () => {
    const {whereItLooksFigure} = await import("./where-it-looks.js");
    return whereItLooksFigure();
  });
}

/** Whether such maps are to be believed, measured. */
export function lateSaliencyTrial(): HTMLElement {
  return lateFigure("trial", async () => {
    const {saliencyTrialFigure} = await import("./where-it-looks.js");
    return saliencyTrialFigure();
  });
}
