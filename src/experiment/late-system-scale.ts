import {lateFigure} from "./late-figure.js";

/** How large the big systems are. */
export function lateSystemScale(): HTMLElement {
  return lateFigure("scale", async () => {
    const {systemScaleFigure} = await import("./system-scale.js");
    return systemScaleFigure();
  });
}
