import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {vaeDigits as description} from "../lib/experiments/vae-digits.js";

/** `vae-digits` as it stands in a lesson. */
export const vaeDigits = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/vae-digits.js")).vaeDigitsView),
    recording: FileAttachment("../data/recorded/vae-digits.bin.gz"),
  });
