import {lateFigure} from "./late-figure.js";

/** A drawn digit on its way through a trained network, without training. */
export function lateCnnSees(): HTMLElement {
  return lateFigure("cnn", async () => {
    const {digitThroughNetwork} = await import("./cnn-sees.js");
    return digitThroughNetwork();
  });
}
