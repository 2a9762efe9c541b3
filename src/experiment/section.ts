import {element} from "../controls/element.js";
import type {Tab} from "../controls/tabs.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {ExperimentParts} from "./parts.js";
import {stage} from "./stage.js";

/** An experiment's parts in their places. */
export function sectionOf({id, title}: Experiment, parts: ExperimentParts): HTMLElement {
  const {view, bar, notices, scrubber, form} = parts;
  notices.box.append(parts.keep.offer);
  parts.tabs.putTools(toolsOf(parts));
  return element(
    "section",
    {class: "experiment", "data-experiment": id, "aria-label": title},
    element("header", {}, element("h3", {}, title), parts.recorded.button, parts.label),
    parts.driver.line,
    stage({
      picture: view.picture,
      run: [bar.bar, notices.box],
      time: scrubber,
      dials: form.form,
      below: view.below ?? [],
    }),
    parts.narration,
    parts.tabs.element,
  );
}

/** What every experiment has behind its figures. */
function toolsOf({past, sides, exports, link, inside, machine, code}: ExperimentParts): Tab[] {
  return [
    {
      title: "Runs",
      panel: element("div", {class: "runs"}, past.panel, sides.panel),
      onopen: sides.open,
    },
    {title: "Look inside", panel: inside.panel, onopen: inside.open},
    {title: "Save and share", panel: element("div", {class: "sharing"}, exports, link)},
    {title: "Code", panel: element("div", {}, machine.panel, code.panel), onopen: code.open},
  ];
}
