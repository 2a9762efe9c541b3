import {button, element} from "../../controls/element.js";
import {formatCount, formatNumber} from "../../controls/format.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunRecord} from "./run-record.js";
import {everyChange, whatChanged} from "./what-changed.js";

export interface HistoryHandlers {
  /** Shows these runs' curves beside the present one's. */
  compare(runs: readonly RunRecord[]): void;
  /** Starts a new run with that run's settings. */
  again(run: RunRecord): void;
}

export interface RunHistory {
  readonly panel: HTMLElement;
  /** `current` is the present run as it was where its weights stand. It went as far as `lastStep`. */
  set(history: readonly RunRecord[], current: RunRecord, lastStep: number): void;
}

/** The table of runs: what changed from one to the next and what came of it. */
export function runHistory(experiment: Experiment, on: HistoryHandlers): RunHistory {
  const compared = new Set<number>();
  const body = element("tbody");
  const table = element(
    "table",
    {},
    element("caption", {}, "Runs on this page"),
    element("thead", {}, headRow(experiment)),
    body,
  );
  const place = element("div", {class: "history", hidden: true}, table);
  const none = element(
    "p",
    {},
    "Change a dial and train again: here the runs are compared, what was changed and what came of it.",
  );
  const drawn: string[] = [];
  return {
    panel: element("div", {}, none, place),
    set(history, current, lastStep) {
      const runs = lastStep > 0 ? [...history, current] : history;
      place.hidden = runs.length < 2;
      none.hidden = !place.hidden;
      if (place.hidden) return;
      const toggle = (run: RunRecord, shown: boolean) => {
        if (shown) compared.add(run.number);
        else compared.delete(run.number);
        on.compare(history.filter(({number}) => compared.has(number)));
      };
      drawn.length = Math.min(drawn.length, runs.length);
      while (body.rows.length > runs.length) body.lastChild?.remove();
      for (const [i, run] of runs.entries()) {
        const isCurrent = run === current;
        const {number, step, params, changes, measurements} = run;
        const values = JSON.stringify([params, runs[i - 1]?.params]);
        const end = isCurrent ? lastStep : step;
        const counts = [step, end, changes.length, measurements.length];
        const key = [number, values, ...counts, isCurrent].join();
        if (key === drawn[i]) continue; // a row drawn anew would lose the reader's focus
        drawn[i] = key;
        const isCompared = compared.has(number);
        const made = row(
          experiment,
          run,
          end,
          runs[i - 1],
          isCurrent,
          isCompared,
          toggle,
          on.again,
        );
        if (body.rows[i]) body.rows[i].replaceWith(made);
        else body.append(made);
      }
    },
  };
}

function headRow(experiment: Experiment): HTMLTableRowElement {
  const measures = Object.values(experiment.measures).map(({label}) => label);
  const cells = ["Run", "What changed", "Steps", ...measures, "Compare", ""];
  return element("tr", {}, ...cells.map((text) => element("th", {scope: "col"}, text)));
}

function row(
  experiment: Experiment,
  run: RunRecord,
  end: number,
  before: RunRecord | undefined,
  isCurrent: boolean,
  isCompared: boolean,
  toggle: (run: RunRecord, shown: boolean) => void,
  again: (run: RunRecord) => void,
): HTMLTableRowElement {
  const last = run.measurements.at(-1);
  const measures = Object.entries(experiment.measures).map(([name, {whole}]) => {
    const value = last?.scalars[name];
    if (value === undefined) return "–";
    const text = (whole ? formatCount : formatNumber)(value);
    return last!.step === run.step ? text : `${text} at step ${formatCount(last!.step)}`;
  });
  const box = element("input", {
    type: "checkbox",
    "aria-label": `Compare run ${run.number}`,
    checked: isCompared,
    onchange: () => toggle(run, box.checked),
  });
  const name = `${run.number}${isCurrent ? " (now)" : ""}${run.origin === "live" ? "" : `, ${run.origin}`}`;
  const cells = [
    name,
    changesCell(experiment, run, before),
    run.step === end ? formatCount(end) : `${formatCount(run.step)} of ${formatCount(end)}`,
    ...measures,
    isCurrent ? "" : box,
    isCurrent
      ? ""
      : button("Run again", () => again(run), `Run again with the settings of run ${run.number}`),
  ];
  return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
}

/** What changed, and every live change where they are too many to be told at once. */
function changesCell(experiment: Experiment, run: RunRecord, before: RunRecord | undefined) {
  const words = whatChanged(experiment, run, before);
  const every = everyChange(experiment, run);
  if (words.endsWith(every.at(-1) ?? "")) return words;
  const all = element("details", {}, element("summary", {}, "Every live change"));
  all.addEventListener("toggle", () => all.append(element("span", {}, every.join(", "))), {
    once: true,
  });
  return element("span", {}, words, all);
}
