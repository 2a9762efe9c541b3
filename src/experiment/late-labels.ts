import {ownSeed} from "../storage/own-seed.js";
import {lateFigure} from "./late-figure.js";

/** Twenty digits to be labelled, and how far labellers agree. */
export function lateLabelling(): HTMLElement {
  return lateFigure("labelling", async () => {
    const {labellingFigure} = await import("./labelling.js");
    return labellingFigure(ownSeed());
  });
}

/** What wrong labels cost. */
export function lateLabelCost(): HTMLElement {
  return lateFigure("cost", async () => {
    const {labelCostOfDigits} = await import("./label-cost.js");
    return labelCostOfDigits();
  });
}
