import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {autoencoder as description} from "../lib/experiments/autoencoder.js";

/** `autoencoder` as it stands in a lesson. */
export const autoencoder = (): HTMLElement =>
  experiment(description, {
    view: lazyView(
      async () => (await import("../experiment/views/autoencoder.js")).autoencoderView,
    ),
    recording: FileAttachment("../data/recorded/autoencoder.bin.gz"),
  });
