import {element} from "../../controls/element.js";
import {contenderNames, contenders} from "./contenders.js";
import type {ScoreRow} from "./scores-rows.js";

/** It may be wider than a phone, and keys scroll it. */
const scrolling = {tabindex: 0, role: "group", "aria-label": "scores of the four"};

/** The table of the arena: a column for each contender, and one for the floor. */
export function scoresTable() {
  const heads = ["", ...contenders.map((name) => contenderNames[name]), "real"];
  const body = element("tbody");
  const head = element("tr", {}, ...heads.map((text) => element("th", {scope: "col"}, text)));
  const table = element(
    "table",
    {"aria-label": "what the four score, with the interval of 95 % of each and the floor"},
    element("thead", {}, head),
    body,
  );
  const holder = element("div", {class: "arena-table", hidden: true, ...scrolling}, table);
  let drawn = "";
  return {
    element: holder,
    /** Without rows it is not there. */
    draw(rows: readonly ScoreRow[]) {
      if (JSON.stringify(rows) === drawn) return;
      drawn = JSON.stringify(rows);
      body.replaceChildren(...rows.map(rowOf));
      holder.hidden = rows.length === 0;
    },
  };
}

function rowOf({label, cells, floor}: ScoreRow): HTMLElement {
  const values = cells.map(({value, interval}) =>
    element("td", {}, value, interval === "" ? undefined : element("small", {}, interval)),
  );
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, label),
    ...values,
    element("td", {class: "chance"}, floor),
  );
}
