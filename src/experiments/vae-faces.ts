import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {vaeFaces as description} from "../lib/experiments/vae-faces.js";

/** `vae-faces` as it stands in a lesson. */
export const vaeFaces = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/vae-faces.js")).vaeFacesView),
    recording: FileAttachment("../data/recorded/vae-faces.bin.gz"),
  });
