import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";

/** Lengths of a gradient, first layer first, as bars on a logarithmic scale. */
export function gradientTable() {
  const rows = element("tbody", {});
  const table = element(
    "table",
    {class: "learning-rate-layers"},
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...["layer", "length of its gradient", ""].map((name) =>
          element("th", {scope: "col"}, name),
        ),
      ),
    ),
    rows,
  );
  return {
    element: table,
    show(lengths: readonly number[]) {
      rows.replaceChildren(...lengths.map((length, i) => row(nameOf(i, lengths.length), length)));
    },
  };
}

/** The scale goes from 0.00001 to 10. */
const [leastPower, powers] = [-5, 6];

function row(name: string, length: number): HTMLElement {
  const bar = element("span", {class: "learning-rate-bar"});
  const share = (Math.log10(Math.max(length, 1e-9)) - leastPower) / powers;
  bar.style.width = `${100 * Math.max(0, Math.min(1, share))}%`;
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, name),
    element("td", {class: "learning-rate-length"}, formatNumber(length)),
    element("td", {class: "learning-rate-track"}, bar),
  );
}

function nameOf(i: number, count: number): string {
  return i === count - 1 ? "answer" : `hidden ${i + 1}`;
}
