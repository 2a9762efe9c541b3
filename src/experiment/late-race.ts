import {lateFigure} from "./late-figure.js";

/** The race of the two estimators. */
export function lateRace(): HTMLElement {
  return lateFigure("race", async () => {
    const {estimatorRace} = await import("../figures/estimators/estimator-race.js");
    return estimatorRace({label: "two estimates of a gradient"});
  });
}
