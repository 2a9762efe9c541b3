import {lateFigure} from "./late-figure.js";

/** A detector of made pictures, trained in the page. */
export function lateDetector(): HTMLElement {
  return lateFigure("detector", async () => {
    const {detectorFigure} = await import("./detector.js");
    return detectorFigure();
  });
}

/** What its alarms mean where made pictures are rare. */
export function lateBaseRate(): HTMLElement {
  return lateFigure("rate", async () => {
    const {baseRate} = await import("../figures/provenance/base-rate.js");
    return baseRate("alarms among a thousand pictures");
  });
}
