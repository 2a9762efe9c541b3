/** Every score beside the band of real pictures, and on which side of it it lies. */
import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {intervalOf} from "../../experiment/run/measured-interval.js";
import {type Figure, figure} from "../../figures/figure.js";
import {summarised} from "../../figures/summary.js";
import type {Floor} from "../../lib/metrics/floor.js";
import type {Measurement} from "../../lib/training/protocol.js";
import {foolTheMetric, type PanelMeasure, panelMeasures} from "./experiment.js";

export interface PanelRow {
  readonly value: number;
  /** Of 95 %, where it was measured. */
  readonly interval?: Floor;
  /** The band of real pictures. */
  readonly low: number;
  readonly high: number;
}

export interface PanelData {
  /** In the order of `panelMeasures`; none before anything was measured, and without those that the reader is to guess first. */
  readonly rows: readonly (PanelRow | undefined)[] | undefined;
  /** The measure that is attacked. */
  readonly attack: string;
}

/** Shown where there is room for three: the attacked one always is. */
const mostTelling: readonly PanelMeasure[] = ["inception", "witnessInception", "witnessFrechet"];

/** A table with a row for each measure. */
export function panelFigure(): Figure<PanelData> {
  const rows = panelMeasures.map(panelRow);
  const these = ["these ", element("small", {}, "(95 % interval)")];
  const heads = [["in bold: attacked"], these, ["real ones"], ["so they are"]].map((head) =>
    element("th", {scope: "col"}, ...head),
  );
  const table = element(
    "table",
    {"aria-label": "scores of these pictures and of real ones"},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows.map((row) => row.element)),
  );
  const root = element("div", {class: "fig fooled-panel"}, table);
  const summarise = summarised(root, "scores beside those of real pictures");
  return figure<PanelData, undefined>(root, undefined, ({rows: shown, attack}) => {
    for (const [i, row] of rows.entries()) row.show(shown?.[i], panelMeasures[i] === attack);
    summarise(panelSummary(shown));
  });
}

/** What the first snapshot holds. */
export function rowsOfPanel(values: ArrayLike<number>): PanelRow[] {
  return panelMeasures.map((_, i) => {
    return {value: values[3 * i]!, low: values[3 * i + 1]!, high: values[3 * i + 2]!};
  });
}

export function rowsOfMeasurement(
  measurement: Measurement,
  keptBack: readonly string[] = [],
): (PanelRow | undefined)[] {
  return panelMeasures.map((name) => {
    if (keptBack.includes(name)) return undefined;
    const interval = intervalOf(foolTheMetric.measures[name], name, measurement);
    const {scalars, floors} = measurement;
    return {value: scalars[name]!, ...(interval && {interval}), ...floors[name]!};
  });
}

/** On which side of the band a value lies. */
export function verdict(name: PanelMeasure, {value, low, high}: PanelRow): string {
  if (value >= low && value <= high) return "like real";
  const isBetter = value > high === (foolTheMetric.measures[name].better === "higher");
  return isBetter ? "better" : "worse";
}

function panelRow(name: PanelMeasure) {
  const {label, unit} = foolTheMetric.measures[name];
  const [number, interval] = [element("span"), element("small")];
  const value = element("td", {}, number, " ", interval);
  const [band, words] = [element("td"), element("td")];
  const head = element("th", {scope: "row"}, label + (unit && `, ${unit}`));
  const row = element("tr", {"data-measure": name}, head, value, band, words);
  return {
    element: row,
    show(shown: PanelRow | undefined, isAttacked: boolean) {
      row.toggleAttribute("data-attacked", isAttacked);
      row.toggleAttribute("data-telling", isAttacked || mostTelling.includes(name));
      setText(number, shown ? formatNumber(shown.value) : "–");
      setText(interval, shown?.interval ? `(${spanText(shown.interval)})` : "");
      setText(band, shown ? spanText(shown) : "–");
      const said = shown ? verdict(name, shown) : "";
      setText(words, said);
      row.dataset.verdict = said;
    },
  };
}

function panelSummary(rows: PanelData["rows"]): string {
  if (!rows) return "not measured yet";
  const said = rows.flatMap((row, i) => {
    const name = panelMeasures[i]!;
    if (!row) return [];
    const interval = row.interval ? ` (${spanText(row.interval)})` : "";
    return `${foolTheMetric.measures[name].label}: ${formatNumber(row.value)}${interval}, ${verdict(name, row)}`;
  });
  return said.join("; ");
}

function spanText({low, high}: Floor): string {
  return `${formatNumber(low)} to ${formatNumber(high)}`;
}
