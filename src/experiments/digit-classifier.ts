import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {digitClassifier as description} from "../lib/experiments/digit-classifier.js";

/** `digit-classifier` as it stands in a lesson. */
export const digitClassifier = (): HTMLElement =>
  experiment(description, {
    view: lazyView(
      async () => (await import("../experiment/views/digit-classifier.js")).digitClassifierView,
    ),
    recording: FileAttachment("../data/recorded/digit-classifier.bin.gz"),
  });
