import {element} from "../../controls/element.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunRecord} from "../run/run-record.js";
import type {ExperimentView} from "../view.js";
import type {Comparison} from "./comparison.js";

/** The figure of two runs, for when there are two and the reader looks at them: its code is fetched then. */
export function lateComparison(experiment: Experiment, view: ExperimentView) {
  const panel = element(
    "div",
    {class: "side-by-side", hidden: true},
    element("h4", {}, "Two runs side by side"),
  );
  let runs: readonly RunRecord[] = [];
  let shown: Comparison | undefined;
  let isAsked = false;
  const isSeen = () => panel.closest("[hidden]") === null;
  const show = async () => {
    if (runs.length < 2 || !isSeen()) return;
    if (!isAsked) {
      isAsked = true;
      const {comparison} = await import("./comparison.js");
      shown = comparison(experiment, (snapshot, run) => view.sheetOf?.(snapshot, run));
      panel.append(shown.panel);
    }
    shown?.set(runs);
  };
  return {
    panel,
    /** It has come into sight. */
    open: () => void show(),
    set(next: readonly RunRecord[]) {
      runs = next;
      panel.hidden = runs.length < 2;
      void show();
    },
  };
}
