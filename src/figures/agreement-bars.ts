import {element} from "../controls/element.js";
import {type Figure, figure} from "./figure.js";
import {summarised} from "./summary.js";

export interface AgreementBarsOptions {
  readonly label: string;
  readonly classNames: readonly string[];
}

export interface AgreementBarsData {
  /** Per cent of the pictures asked to be of each class that are seen as it. */
  readonly made: ArrayLike<number>;
  /** The same of real pictures of each class. */
  readonly real: ArrayLike<number>;
}

/** How often each class is seen where it was asked for, as bars, with a mark for real pictures. Every number is printed. */
export function agreementBars(options: AgreementBarsOptions): Figure<AgreementBarsData> {
  const {label, classNames} = options;
  const rows = classNames.map(agreementRow);
  const verdict = element("p", {class: "fig-probable"});
  const table = element(
    "table",
    {"aria-label": label},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("th", {scope: "col"}, "asked"),
        element("th", {scope: "col", colspan: 2}, "seen as it"),
        element("th", {scope: "col"}, "real ones"),
      ),
    ),
    element("tbody", {}, ...rows.map(({element}) => element)),
  );
  const root = element("div", {class: "fig fig-probabilities fig-agreement"}, verdict, table);
  const summarise = summarised(root, label);
  verdict.textContent = agreementText(classNames, undefined);
  return figure<AgreementBarsData, undefined>(root, undefined, ({made, real}) => {
    for (const values of [made, real])
      if (values.length !== classNames.length)
        throw new RangeError(
          `invalid number of shares: ${values.length} (${classNames.length}, one per class)`,
        );
    for (const [i, row] of rows.entries()) row.show(made[i]!, real[i]!);
    verdict.textContent = agreementText(classNames, made);
    summarise(verdict.textContent);
  });
}

/** "least often 8, 82 %". */
export function agreementText(
  classNames: readonly string[],
  made: ArrayLike<number> | undefined,
): string {
  if (!made) return "not measured yet";
  const values = Array.from(made);
  const least = Math.min(...values);
  return `least often ${classNames[values.indexOf(least)]}, ${perCent(least)}`;
}

function agreementRow(name: string) {
  const bar = element("div", {class: "fig-probability", "data-role": "generated"});
  const mark = element("div", {class: "fig-agreement-real", "data-role": "chance"});
  const made = element("td", {class: "fig-probability-number"});
  const real = element("td", {class: "fig-probability-number fig-agreement-floor"});
  const row = element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {class: "fig-probability-track"}, bar, mark),
    made,
    real,
  );
  mark.hidden = true;
  return {
    element: row,
    show(share: number, floor: number) {
      bar.style.width = `${share}%`;
      mark.hidden = false;
      mark.style.left = `${floor}%`;
      made.textContent = perCent(share);
      real.textContent = perCent(floor);
    },
  };
}

/** Shares of a few dozen pictures: whole per cent are all there is to know. */
function perCent(share: number): string {
  return `${Math.round(share)} %`;
}
