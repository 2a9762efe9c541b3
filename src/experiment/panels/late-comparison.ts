import {element} from "../../controls/element.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunRecord} from "../run/run-record.js";
import type {ExperimentView} from "../view.js";
import type {Comparison} from "./comparison.js";

/** The figure of two runs, for when there are two and the reader wants it: its code is fetched then. */
export function lateComparison(experiment: Experiment, view: ExperimentView) {
  const panel = element(
    "details",
    {class: "side-by-side", hidden: true, open: experiment.comparesAtOnce === true},
    element("summary", {}, "Two runs side by side"),
  );
  let runs: readonly RunRecord[] = [];
  let shown: Comparison | undefined;
  let isAsked = false;
  const show = async () => {
    if (!panel.open || runs.length < 2) return;
    if (!isAsked) {
      isAsked = true;
      const {comparison} = await import("./comparison.js");
      shown = comparison(experiment, (snapshot, run) => view.sheetOf?.(snapshot, run));
      panel.append(shown.panel);
    }
    shown?.set(runs);
  };
  panel.addEventListener("toggle", () => void show());
  return {
    panel,
    set(next: readonly RunRecord[]) {
      runs = next;
      panel.hidden = runs.length < 2;
      void show();
    },
  };
}
