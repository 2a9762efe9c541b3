import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {NdArray} from "../../lib/array.js";
import {scoreRows} from "./score-rows.js";

const invitation = "Measured every 250 steps: press Train.";
const explained =
  "250 drawn digits of each; small: the interval of 95 %. Grey: what as many real ones get.";

/** Four scores of control and changed one; until something is measured an invitation. */
export function scoreTable() {
  const heads = ["", "control", "changed", "real"];
  const body = element("tbody");
  const head = element("tr", {}, ...heads.map((text) => element("th", {scope: "col"}, text)));
  const table = element(
    "table",
    {"aria-label": "scores of control and changed one", hidden: true},
    element("thead", {}, head),
    body,
  );
  const note = element("p", {class: "fig-note"}, invitation);
  return {
    element: element("div", {class: "lab-scores"}, table, note),
    draw(told: NdArray<Float32Array> | undefined) {
      table.hidden = !told;
      setText(note, told ? explained : invitation);
      if (told) body.replaceChildren(...scoreRows(told.data).map(rowOf));
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
