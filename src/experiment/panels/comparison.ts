import {element, uniqueId} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {sideBySide} from "../../figures/sheet/side-by-side.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {download} from "../exports/download.js";
import {comparedMeasures, differenceWords} from "../run/run-differences.js";
import type {RunRecord} from "../run/run-record.js";
import type {ExperimentView} from "../view.js";

export interface Comparison {
  readonly panel: HTMLElement;
  /** All runs on the page, oldest first, the present one last. */
  set(runs: readonly RunRecord[]): void;
}

/** Any two runs in one figure. Until the reader chooses, they are the present one and the one before it. */
export function comparison(
  experiment: Experiment,
  sheetOf: NonNullable<ExperimentView["sheetOf"]>,
): Comparison {
  const {id} = experiment;
  const figure = sideBySide("two runs side by side", async (sheet) => {
    const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, "image/png"));
    if (blob) download(`${id}-runs-${left.value()}-and-${right.value()}.png`, blob, "image/png");
  });
  let runs: readonly RunRecord[] = [];
  let drawn = "";
  const draw = () => {
    const [a, b] = [left, right].map((one) => runs.find(({number}) => number === one.value()));
    if (!a || !b) return;
    const key = [a, b]
      .map(({number, step, measurements, snapshot}) =>
        [number, step, measurements.length, snapshot?.step].join(),
      )
      .join();
    if (key === drawn) return;
    drawn = key;
    figure.update({
      left: compared(a, sheetOf),
      right: compared(b, sheetOf),
      differs: differenceWords(experiment, a, b),
      measures: comparedMeasures(experiment, a, b),
    });
  };
  const left = runChoice("Left", draw);
  const right = runChoice("Right", draw);
  return {
    panel: element(
      "div",
      {class: "comparison"},
      element("div", {class: "comparison-choice"}, ...left.parts, ...right.parts),
      figure,
    ),
    set(next) {
      runs = next;
      left.set(runs, runs.at(-2)!.number);
      right.set(runs, runs.at(-1)!.number);
      draw();
    },
  };
}

function compared(run: RunRecord, sheetOf: NonNullable<ExperimentView["sheetOf"]>) {
  const {number, origin, step, params, backend, snapshot} = run;
  const picture = snapshot && sheetOf(snapshot, run);
  const made = `${origin === "live" ? "Live" : origin}: step ${formatCount(snapshot?.step ?? step)}, seed ${params.seed}, ${backend ?? "an unknown back end"}.`;
  return {name: `run ${number}`, made, ...(picture && {picture})};
}

/** A select of runs. It follows the newest ones until the reader has chosen. */
function runChoice(label: string, onchange: () => void) {
  const id = uniqueId("compared");
  let isChosen = false;
  const select = element("select", {
    id,
    onchange: () => {
      isChosen = true;
      onchange();
    },
  });
  return {
    parts: [element("label", {for: id}, label), select],
    value: () => Number(select.value),
    set(runs: readonly RunRecord[], preferred: number) {
      const kept = isChosen ? Number(select.value) : preferred;
      const numbers = runs.map(({number}) => number);
      if (numbers.join() !== [...select.options].map(({value}) => value).join())
        select.replaceChildren(
          ...numbers.map((number) => element("option", {value: number}, `run ${number}`)),
        );
      select.value = String(numbers.includes(kept) ? kept : preferred);
    },
  };
}
