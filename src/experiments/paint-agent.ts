import {FileAttachment} from "observablehq:stdlib";
import {experiment} from "../experiment/experiment.js";
import {lazyView} from "../experiment/views/lazy-view.js";
import {paintAgent as description} from "../lib/experiments/paint-agent.js";

/** `paint-agent` as it stands in a lesson. */
export const paintAgent = (): HTMLElement =>
  experiment(description, {
    view: lazyView(async () => (await import("../experiment/views/paint-agent.js")).paintAgentView),
    recording: FileAttachment("../data/recorded/paint-agent.bin.gz"),
  });
