import {button, element} from "../controls/element.js";
import type {Control} from "./shown.js";

/** A control of a cell; `set` is told what the reader makes it. */
export function inputView(control: Control, set: (value: unknown) => void): HTMLElement {
  if (control.type === "button") {
    let presses = control.value;
    return button(control.label || "Press", () => set(++presses));
  }
  const field = fieldOf(control, set);
  const label = element(
    "label",
    {class: "cell-input"},
    element("span", {}, control.label || "value"),
  );
  label.append(...field);
  return label;
}

function fieldOf(control: Exclude<Control, {type: "button"}>, set: (value: unknown) => void) {
  switch (control.type) {
    case "range": {
      const {min, max, step, value} = control;
      const told = element("output", {}, String(value));
      const slider = element("input", {
        ...{type: "range", min, max, step, value},
        oninput: () => {
          told.textContent = slider.value;
          set(slider.valueAsNumber);
        },
      });
      return [slider, told];
    }
    case "select": {
      const options = control.options.map((text, i) =>
        element("option", {value: i, selected: i === control.value}, text),
      );
      const select = element("select", {onchange: () => set(select.selectedIndex)}, ...options);
      return [select];
    }
    case "toggle": {
      const box = element("input", {
        ...{type: "checkbox", checked: control.value},
        onchange: () => set(box.checked),
      });
      return [box];
    }
    case "text": {
      const field = element("input", {
        ...{type: "text", maxlength: 1000, value: control.value},
        oninput: () => set(field.value),
      });
      return [field];
    }
  }
}
