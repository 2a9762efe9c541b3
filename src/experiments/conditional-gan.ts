import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {conditionalGan as description} from "../lib/experiments/conditional-gan.js";

/** `conditional-gan` as it stands in a lesson. */
export const conditionalGan = (): HTMLElement =>
  experiment(description, {
    view: lazyView(
      async () => (await import("../experiment/views/conditional-gan.js")).conditionalGanView,
    ),
    recording: FileAttachment("../data/recorded/conditional-gan.bin.gz"),
  });
