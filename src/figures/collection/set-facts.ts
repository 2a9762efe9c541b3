import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {barTable} from "../bars/bar-table.js";
import {countsOf, type ExploredSet, type Provenance} from "./explored-set.js";
import {balanceText, equalText} from "./explorer-text.js";

/** How many pictures of each kind, and whose they are. */
export function setFacts() {
  const balance = element("div", {
    class: "fig-bar-table fig-set-balance",
    role: "region",
    "aria-label": "pictures of each kind",
    tabindex: 0,
  });
  const words = element("p", {class: "fig-note"});
  const equal = element("p", {class: "fig-note"});
  const origin = element("dl", {class: "fig-set-origin"});
  return {
    element: element(
      "div",
      {class: "fig-set-facts"},
      element("div", {}, words, balance),
      element("div", {}, equal, origin),
    ),
    /** `equalGroups`: of pictures that are in the set more than once. `option` is marked. */
    show(set: ExploredSet, sorting: number, option: number | undefined, equalGroups: number) {
      const sorted = set.sortings[sorting]!;
      const counts = countsOf(sorted);
      const most = Math.max(...counts);
      const table = barTable({
        label: `pictures of each ${sorted.label}`,
        role: "real",
        names: sorted.options,
      });
      table.show(
        counts.map((count, i) => ({
          bar: [0, count / most],
          numbers: [formatCount(count)],
          isMarked: i === option,
        })),
      );
      balance.replaceChildren(table.element);
      setText(words, balanceText(sorted));
      setText(equal, equalText(equalGroups, set.images.shape[0]));
      origin.replaceChildren(...originRows(set.provenance));
    },
  };
}

function originRows({author, licence, note, source, url}: Provenance): HTMLElement[] {
  const link = url === "" ? source : element("a", {href: url}, source);
  const rows: [string, (Node | string)[]][] = [
    ["From", [link]],
    ["By", [author]],
    ["Licence", [note === "" ? licence : `${licence}. ${note}`]],
  ];
  return rows.flatMap(([name, said]) => [element("dt", {}, name), element("dd", {}, ...said)]);
}
