import {element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {changeValue, type Figure, figure} from "../figure.js";

export interface ChoosableSheet {
  /** "Sheet A". */
  readonly name: string;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  readonly picture: HTMLCanvasElement;
}

export interface SheetChoicesData {
  readonly chosen: number | undefined;
  /** Whether the choice stands: it may be read and not changed. */
  readonly isFixed: boolean;
  /** A line under each sheet: how it was made, once that may be known. */
  readonly lines?: readonly string[];
  /** The sheet that the run came nearest to. */
  readonly nearest?: number | undefined;
}

/** Sheets of pictures of which one is chosen. Its value is the place of that one. A choice by the reader is an "input" event. */
export function sheetChoices(
  legend: string,
  sheets: readonly ChoosableSheet[],
): Figure<SheetChoicesData, number | undefined> {
  const name = uniqueId("sheet");
  const cards = sheets.map((sheet, i) => sheetCard(sheet, name, i));
  const list = element("ul", {class: "fig-sheets-list"}, ...cards.map(({item}) => item));
  const set = element("fieldset", {}, element("legend", {}, legend), list);
  const root = element("div", {class: "fig fig-sheets"}, set);
  const self = figure<SheetChoicesData, number | undefined>(root, undefined, (data) => {
    const {chosen, isFixed} = data;
    self.value = chosen;
    set.disabled = isFixed;
    root.toggleAttribute("data-fixed", isFixed);
    for (const [i, card] of cards.entries()) card.show(data, i);
  });
  set.addEventListener("input", (event) => {
    event.stopPropagation();
    changeValue(
      self,
      cards.findIndex(({radio}) => radio.checked),
    );
  });
  return self;
}

function sheetCard({name: title, alt, picture}: ChoosableSheet, name: string, place: number) {
  const radio = element("input", {type: "radio", name, value: place});
  const marks = element("span", {class: "fig-sheet-marks"});
  const line = element("p", {class: "fig-note fig-sheet-line"});
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", alt);
  picture.dataset.role = "generated";
  const head = element("span", {class: "fig-sheet-head"}, radio, title, marks);
  const item = element("li", {}, element("label", {}, head, picture), line);
  return {
    item,
    radio,
    show({chosen, lines, nearest}: SheetChoicesData, i: number) {
      radio.checked = chosen === i;
      item.toggleAttribute("data-chosen", chosen === i);
      const own = chosen === i && lines ? ["your choice"] : [];
      setText(marks, [...own, ...(nearest === i ? ["nearest"] : [])].join(", "));
      setText(line, lines?.[i] ?? "");
    },
  };
}
