import {lateFigure} from "./late-figure.js";

/** Faces to breed, as soon as they are near. */
export function lateBreeding(): HTMLElement {
  return lateFigure("breeding", async () => {
    const {breedingFigure} = await import("./breeding.js");
    return breedingFigure();
  });
}
