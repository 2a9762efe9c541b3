import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../figure.js";
import type {ComparedMeasure, ComparedRun, SideBySideData} from "./compared-runs.js";
import {drawComparison} from "./side-by-side-sheet.js";

/** Two runs in one figure: their pictures, what differs between them, and their measures with floors. */
export function sideBySide(
  label: string,
  save: (sheet: HTMLCanvasElement) => void,
): Figure<SideBySideData> {
  const sides = [side(), side()] as const;
  const differs = element("p", {class: "fig-compare-differs"});
  const rows = element("tbody");
  const head = element("tr");
  const table = element("table", {}, element("thead", {}, head), rows);
  let data: SideBySideData | undefined;
  const saving = button("Save both (PNG)", () => data && save(drawComparison(data)));
  const root = element(
    "div",
    {class: "fig fig-compare", role: "group", "aria-label": label},
    element("div", {class: "fig-compare-sides"}, ...sides.map(({holder}) => holder)),
    differs,
    element("div", {class: "fig-compare-table"}, table),
    saving,
  );
  return figure<SideBySideData, undefined>(root, undefined, (next) => {
    data = next;
    sides[0].show(next.left);
    sides[1].show(next.right);
    setText(differs, next.differs);
    const heads = ["", next.left.name, next.right.name, "floor"];
    head.replaceChildren(...heads.map((text) => element("th", {scope: "col"}, text)));
    rows.replaceChildren(...next.measures.map(measureRow));
  });
}

function side() {
  const place = element("div", {class: "fig-compare-picture"});
  const caption = element("figcaption", {});
  return {
    holder: element("figure", {}, place, caption),
    show({name, made, picture}: ComparedRun) {
      picture?.setAttribute("role", "img");
      picture?.setAttribute("aria-label", `the last picture of ${name}`);
      place.replaceChildren(picture ?? element("p", {}, "No picture of this run was kept."));
      setText(caption, `${name}. ${made}`);
    },
  };
}

function measureRow({label, left, right, floor}: ComparedMeasure): HTMLElement {
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, label),
    ...[left, right, floor].map((text) => element("td", {}, text)),
  );
}
