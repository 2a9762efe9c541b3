import {lateFigure} from "./late-figure.js";

/** A picture destroyed by noise, along three paths. */
export function lateNoiseSchedule(): HTMLElement {
  return lateFigure("noise", async () => {
    const {noiseScheduleFigure} = await import("./noise-schedule.js");
    return noiseScheduleFigure();
  });
}
