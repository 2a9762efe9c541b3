import {element} from "../../controls/element.js";
import type {NdArray} from "../../lib/array.js";
import {rowsToCome, scoreRows} from "./score-rows.js";

const explained =
  "Measured every 250 steps on drawn digits of each, “Counted” says how many. Small: 95 % interval. Grey: as many real ones.";

/** Four scores of control and changed one; until something is measured, their places. */
export function scoreTable() {
  const heads = ["", "control", "changed", "real"];
  const body = element("tbody", {}, ...rowsToCome.map(rowOf));
  const head = element("tr", {}, ...heads.map((text) => element("th", {scope: "col"}, text)));
  const table = element(
    "table",
    {"aria-label": "scores of control and changed one"},
    element("thead", {}, head),
    body,
  );
  const note = element("p", {class: "fig-note"}, explained);
  return {
    element: element("div", {class: "lab-scores"}, table, note),
    draw(told: NdArray<Float32Array> | undefined) {
      body.replaceChildren(...(told ? scoreRows(told.data) : rowsToCome).map(rowOf));
    },
  };
}

function rowOf({label, cells, floor}: ReturnType<typeof scoreRows>[number]): HTMLElement {
  const values = cells.map(({value, interval}) =>
    element("td", {}, value, element("small", {}, interval)),
  );
  const real = element("td", {class: "chance"}, floor);
  return element("tr", {}, element("th", {scope: "row"}, label), ...values, real);
}
