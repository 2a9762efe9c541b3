import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {ganDigits as description} from "../lib/experiments/gan-digits.js";

/** `gan-digits` as it stands in a lesson. */
export const ganDigits = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/gan-digits.js")).ganDigitsView),
    recording: FileAttachment("../data/recorded/gan-digits.bin.gz"),
  });
