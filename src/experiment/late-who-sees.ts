import {ownSeed} from "../storage/own-seed.js";
import {shelf} from "../storage/shelf.js";
import {lateFigure} from "./late-figure.js";

/** Reader and network name digits while the noise lifts. */
export function lateWhoSees(): HTMLElement {
  return lateFigure("recognition", async () => {
    const {whoSeesItFirst} = await import("./who-sees-it-first.js");
    return whoSeesItFirst({seed: ownSeed(), shelf: shelf(), now: () => new Date()});
  });
}
