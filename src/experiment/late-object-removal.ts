import {lateFigure} from "./late-figure.js";

/** Something taken out of a picture, without training. */
export function lateObjectRemoval(): HTMLElement {
  return lateFigure("removal", async () => {
    const {objectRemovalFigure} = await import("./object-removal.js");
    return objectRemovalFigure();
  });
}
