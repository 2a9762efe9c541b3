import type {MakeView} from "../view.js";
import {ganPlaneView} from "./gan-plane.js";
import {lazyView} from "./lazy-view.js";

/** The figures of every experiment, by its id. */
export const views: Readonly<Record<string, MakeView>> = {
  "digit-classifier": lazyView(
    async () => (await import("./digit-classifier.js")).digitClassifierView,
  ),
  "gan-digits": lazyView(async () => (await import("./gan-digits.js")).ganDigitsView),
  "gan-plane": ganPlaneView,
  "paint-agent": lazyView(async () => (await import("./paint-agent.js")).paintAgentView),
  "sorting-without-labels": lazyView(
    async () => (await import("./sorting-without-labels.js")).sortingWithoutLabelsView,
  ),
};
