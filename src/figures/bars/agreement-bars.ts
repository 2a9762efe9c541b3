import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../figure.js";
import {summarised} from "../summary.js";
import {type BarRow, barTable} from "./bar-table.js";

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

/** How often each class is seen where it was asked for, as bars, with a line for real pictures; none before that was measured. Every number
 * is printed. */
export function agreementBars({
  label,
  classNames,
}: AgreementBarsOptions): Figure<AgreementBarsData | undefined> {
  const table = barTable({
    label,
    role: "generated",
    names: classNames,
    numbers: 2,
    heads: ["asked", "seen as it", "real ones"],
  });
  const verdict = element("p", {class: "fig-bar-verdict"});
  const root = element("div", {class: "fig fig-bar-table fig-agreement"}, verdict, table.element);
  const summarise = summarised(root, label);
  setText(verdict, agreementText(classNames, undefined));
  return figure<AgreementBarsData | undefined, undefined>(root, undefined, (data) => {
    table.show(data ? rowsOf(data) : classNames.map(() => ({numbers: []})));
    setText(verdict, agreementText(classNames, data?.made));
    summarise(verdict.textContent);
  });
}

function rowsOf({made, real}: AgreementBarsData): BarRow[] {
  if (real.length !== made.length)
    throw new RangeError(
      `invalid number of real shares: ${real.length} (${made.length}, one per made one)`,
    );
  return Array.from(made, (share, i) => barsOf(share, real[i]!));
}

function barsOf(made: number, real: number): BarRow {
  return {
    bar: [0, made / 100],
    reference: [real / 100, real / 100],
    numbers: [perCent(made), perCent(real)],
  };
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

/** Shares of a few dozen pictures: whole per cent are all there is to know. */
function perCent(share: number): string {
  return `${Math.round(share)} %`;
}
