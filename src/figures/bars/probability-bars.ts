import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../figure.js";
import {probabilityText} from "../probability-text.js";
import {summarised} from "../summary.js";
import {type BarRow, barTable} from "./bar-table.js";

export interface ProbabilityBarsOptions {
  readonly label: string;
  readonly classNames: readonly string[];
}

export interface ProbabilityBarsData {
  /** One for each class, from 0 to 1; none before there is an answer. */
  readonly probabilities?: ArrayLike<number>;
  /** Words below the bars, instead of the usual ones. */
  readonly note?: string;
}

/** How probable each class is, as a table of bars with their numbers. The surest is marked. */
export function probabilityBars({
  label,
  classNames,
}: ProbabilityBarsOptions): Figure<ProbabilityBarsData> {
  const table = barTable({label, role: "judge", names: classNames});
  const verdict = element("p", {class: "fig-bar-verdict"});
  const note = element("p", {class: "fig-note"});
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const root = element(
    "div",
    {class: "fig fig-bar-table fig-probabilities"},
    verdict,
    table.element,
    note,
    spoken,
  );
  const summarise = summarised(root, label);
  let said = "";

  const show = ({probabilities, note: words = ""}: ProbabilityBarsData) => {
    const top = probabilities && topOf(probabilities);
    table.show(probabilities ? barsOf(probabilities) : classNames.map(() => ({numbers: []})));
    setText(verdict, verdictText(classNames, probabilities));
    setText(note, words);
    summarise(verdict.textContent);
    const name = top === undefined ? "" : classNames[top]!;
    if (name !== said) spoken.textContent = verdict.textContent;
    said = name;
  };
  show({});
  return figure<ProbabilityBarsData, undefined>(root, undefined, show);
}

/** "most likely 3, 97 %". */
export function verdictText(
  classNames: readonly string[],
  probabilities: ArrayLike<number> | undefined,
): string {
  if (!probabilities) return "no answer yet";
  const top = topOf(probabilities);
  return `most likely ${classNames[top]}, ${probabilityText(probabilities[top]!)}`;
}

function topOf(probabilities: ArrayLike<number>): number {
  const values = Array.from(probabilities);
  return values.indexOf(Math.max(...values));
}

function barsOf(probabilities: ArrayLike<number>): BarRow[] {
  const top = topOf(probabilities);
  return Array.from(probabilities, (probability, i) => ({
    bar: [0, probability],
    numbers: [probabilityText(probability)],
    isMarked: i === top,
  }));
}
