import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {sortingWithoutLabels as description} from "../lib/experiments/sorting-without-labels.js";

/** `sorting-without-labels` as it stands in a lesson. */
export const sortingWithoutLabels = (): HTMLElement =>
  experiment(description, {
    view: lazyView(
      async () =>
        (await import("../experiment/views/sorting-without-labels.js")).sortingWithoutLabelsView,
    ),
    recording: FileAttachment("../data/recorded/sorting-without-labels.bin.gz"),
  });
