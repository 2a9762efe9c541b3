import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {ganPlaneView} from "../experiment/views/gan-plane.js";
import {ganPlane as description} from "../lib/experiments/gan-plane.js";

/** `gan-plane` as it stands in a lesson. */
export const ganPlane = (): HTMLElement =>
  experiment(description, {
    view: ganPlaneView,
    recording: FileAttachment("../data/recorded/gan-plane.bin.gz"),
  });
