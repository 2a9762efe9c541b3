import {element, uniqueId} from "./element.js";

export interface Switch {
  readonly text: string;
  /** At first; default off. */
  readonly isOn?: boolean;
  onchange(isOn: boolean): void;
}

/** Check boxes in a row: what is shown of a figure. */
export function switches(label: string, ...all: readonly Switch[]): HTMLElement {
  const boxes = all.map(switchBox);
  return element("div", {class: "layers", role: "group", "aria-label": label}, ...boxes);
}

function switchBox({text, isOn = false, onchange}: Switch): HTMLElement {
  const id = uniqueId("switch");
  const input = element("input", {
    type: "checkbox",
    id,
    checked: isOn,
    onchange: () => onchange(input.checked),
  });
  return element("span", {class: "layer"}, input, element("label", {for: id}, text));
}
