import {element} from "../controls/element.js";
import {type Figure, figure} from "./figure.js";
import {probabilityText} from "./probability-text.js";
import {summarised} from "./summary.js";

export interface ProbabilityBarsOptions {
  readonly label: string;
  readonly classNames: readonly string[];
}

export interface ProbabilityBarsData {
  /** One for each class, from 0 to 1; none before there is an answer. */
  readonly probabilities?: ArrayLike<number>;
  /** What is said below, instead of what is there unless told. */
  readonly note?: string;
}

/** How probable each class is, as a table of bars with their numbers. The surest is marked. */
export function probabilityBars({
  label,
  classNames,
}: ProbabilityBarsOptions): Figure<ProbabilityBarsData> {
  const rows = classNames.map(barRow);
  const verdict = element("p", {class: "fig-probable"});
  const note = element("p", {class: "fig-note"});
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const table = element(
    "table",
    {"aria-label": label},
    element("tbody", {}, ...rows.map(({element}) => element)),
  );
  const root = element("div", {class: "fig fig-probabilities"}, verdict, table, note, spoken);
  const summarise = summarised(root, label);
  let said = "";

  const show = ({probabilities, note: words = ""}: ProbabilityBarsData) => {
    if (probabilities && probabilities.length !== classNames.length)
      throw new RangeError(
        `invalid number of probabilities: ${probabilities.length} (${classNames.length}, one per class)`,
      );
    const top = probabilities && topOf(probabilities);
    for (const [i, row] of rows.entries()) row.show(probabilities?.[i], i === top);
    verdict.textContent = verdictText(classNames, probabilities);
    note.textContent = words;
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

function barRow(name: string) {
  const bar = element("div", {class: "fig-probability", "data-role": "judge"});
  const number = element("td", {class: "fig-probability-number"});
  const row = element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {class: "fig-probability-track"}, bar),
    number,
  );
  return {
    element: row,
    show(probability: number | undefined, isTop: boolean) {
      bar.style.width = `${100 * (probability ?? 0)}%`;
      number.textContent = probability === undefined ? "" : probabilityText(probability);
      row.toggleAttribute("data-top", isTop);
    },
  };
}
