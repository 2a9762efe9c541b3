import {element} from "../../controls/element.js";
import type {ScoreRow} from "./scores-rows.js";

/** It may be wider than a phone, and keys scroll it. */
const scrolling = {tabindex: 0, role: "group"};

/** A column for each of those who made pictures, and one for the floor. `whose` says for the ear who they are: "the four". */
export function scoresTable(whose: string) {
  const head = element("tr");
  const body = element("tbody");
  const table = element(
    "table",
    {"aria-label": `what ${whose} score, with the interval of 95 % of each and the floor`},
    element("thead", {}, head),
    body,
  );
  const holder = element(
    "div",
    {class: "arena-table", hidden: true, ...scrolling, "aria-label": `scores of ${whose}`},
    table,
  );
  let drawn = "";
  return {
    element: holder,
    /** Without rows it is not there. */
    draw(names: readonly string[], rows: readonly ScoreRow[]) {
      const key = JSON.stringify([names, rows]);
      if (key === drawn) return;
      drawn = key;
      const heads = ["", ...names, "real"].map((text) => element("th", {scope: "col"}, text));
      head.replaceChildren(...heads);
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
