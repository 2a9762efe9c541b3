import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Attribute} from "../../lib/datasets/attribute-dataset.js";
import {seenText} from "./swap-text.js";

const heads = ["whose face", "who wears it", "made"] as const;

/** What a classifier sees in three pictures, attribute by attribute, and which of them were meant to stay. */
export function seenTable(attributes: readonly Attribute[]) {
  const rows = attributes.map(({label}) => {
    const name = element("th", {scope: "row"}, label);
    const cells = heads.map(() => element("td", {}, "–"));
    return {name, cells, element: element("tr", {}, name, ...cells)};
  });
  return {
    element: element(
      "table",
      {class: "fig-swap-seen"},
      element("caption", {}, "What the classifier sees, and how sure it is"),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td"),
          ...heads.map((head) => element("th", {scope: "col"}, head)),
        ),
      ),
      element("tbody", {}, ...rows.map((row) => row.element)),
    ),
    /** By picture what is seen in it, or undefined; `stays` has names of attributes. */
    show(pictures: readonly (readonly Float32Array[] | undefined)[], stays: readonly string[]) {
      for (const [a, {name, options, label}] of attributes.entries()) {
        setText(rows[a]!.name, stays.includes(name) ? `${label} (stays)` : label);
        for (const [i, cell] of rows[a]!.cells.entries()) {
          const seen = pictures[i]?.[a];
          setText(cell, seen ? seenText(options, seen) : "–");
        }
      }
    },
  };
}
