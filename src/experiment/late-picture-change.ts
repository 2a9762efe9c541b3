import {lateFigure} from "./late-figure.js";

/** A digit filled in and drawn anew, without training. */
export function latePictureChange(): HTMLElement {
  return lateFigure("change", async () => {
    const {pictureChangeFigure} = await import("./picture-change.js");
    return pictureChangeFigure();
  });
}
