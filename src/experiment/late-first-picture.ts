import {lateFigure} from "./late-figure.js";

/** A digit out of noise, as soon as it is seen. */
export function lateFirstPicture(): HTMLElement {
  return lateFigure("first", async () => {
    const {firstPictureFigure} = await import("./first-picture.js");
    return firstPictureFigure();
  });
}
