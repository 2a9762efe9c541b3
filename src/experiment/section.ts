import {element} from "../controls/element.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {ExperimentParts} from "./parts.js";
import {stage} from "./stage.js";

/** An experiment's parts in their places. */
export function sectionOf({id, title}: Experiment, parts: ExperimentParts): HTMLElement {
  const {view, bar, notices, scrubber, form} = parts;
  notices.box.append(parts.keep.offer);
  return element(
    "section",
    {class: "experiment", "data-experiment": id, "aria-label": title},
    element("header", {}, element("h3", {}, title), parts.label),
    parts.driver.line,
    stage({
      picture: view.picture,
      run: [bar.bar, notices.box],
      time: scrubber,
      dials: form.form,
      below: view.below ?? [],
    }),
    parts.narration,
    element("div", {class: "figures"}, ...view.figures),
    parts.past.panel,
    parts.sides.panel,
    parts.exports,
    parts.inside,
    parts.machine.panel,
    parts.code.panel,
  );
}
