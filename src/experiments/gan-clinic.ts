import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {ganClinic as description} from "../lib/experiments/gan-clinic.js";

/** `gan-clinic` as it stands in a lesson. */
export const ganClinic = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/gan-clinic.js")).ganClinicView),
    recording: FileAttachment("../data/recorded/gan-clinic.bin.gz"),
    comparesAtOnce: true,
  });
