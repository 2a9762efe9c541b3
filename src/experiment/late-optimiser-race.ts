import {lateFigure} from "./late-figure.js";

/** Optimisers against each other on a surface. */
export function lateOptimiserRace(): HTMLElement {
  return lateFigure("optimiser-race", async () => {
    const {optimiserRace} = await import("../figures/descent/optimiser-race.js");
    return optimiserRace({label: "optimisers on their way down a surface"});
  });
}
