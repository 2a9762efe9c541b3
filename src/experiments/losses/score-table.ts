import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";

const names = ["squared", "absolute", "levels", "features"] as const;
const measures = ["squared", "absolute", "levels off", "features"] as const;
const explained =
  "Every 100 steps, on 500 digits that none has learned from. The least of each column is marked. Levels off: pixels of another level of grey, in per cent.";

/** Each network by each loss; until something is measured, their places. */
export function scoreTable() {
  const body = element("tbody", {}, ...names.map((name) => rowOf(name, undefined, [])));
  const heads = ["learned by", ...measures].map((text) => element("th", {scope: "col"}, text));
  const table = element(
    "table",
    {"aria-label": "each network, measured by each loss"},
    element("thead", {}, element("tr", {}, ...heads)),
    body,
  );
  return {
    element: element(
      "div",
      {class: "loss-scores"},
      table,
      element("p", {class: "fig-note"}, explained),
    ),
    draw(scores: NdArray<Float32Array> | undefined) {
      const rows = scores && names.map((_, i) => scores.data.subarray(4 * i, 4 * i + 4));
      const least = measures.map((_, k) => Math.min(...(rows ?? []).map((row) => row[k]!)));
      body.replaceChildren(...names.map((name, i) => rowOf(name, rows?.[i], least)));
    },
  };
}

function rowOf(
  name: string,
  values: ArrayLike<number> | undefined,
  least: readonly number[],
): HTMLElement {
  const cells = measures.map((measure, k) => {
    const value = values?.[k];
    if (value === undefined) return element("td", {}, "–");
    const text =
      measure === "levels off" ? `${(100 * value).toFixed(1)}\u00a0%` : formatNumber(value);
    return element("td", {}, value === least[k] ? element("strong", {}, text) : text);
  });
  return element("tr", {}, element("th", {scope: "row"}, name), ...cells);
}
