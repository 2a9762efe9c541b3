import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {ganPlane as description} from "../lib/experiments/gan-plane.js";

/** `gan-plane` as it stands in a lesson. */
export const ganPlane = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/gan-plane.js")).ganPlaneView),
    recording: FileAttachment("../data/recorded/gan-plane.bin.gz"),
  });
