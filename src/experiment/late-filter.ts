import {lateFigure} from "./late-figure.js";

/** A filter that holds back one digit, and its mistakes. */
export function lateFilter(): HTMLElement {
  return lateFigure("filter", async () => {
    const {heldBackFigure} = await import("./held-back.js");
    return heldBackFigure();
  });
}
