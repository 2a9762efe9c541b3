import {element} from "../controls/element.js";
import type {TextField, TextFieldOptions} from "./text-field.js";

/** A plain text field: there at once, and there to stay when CodeMirror cannot be loaded. */
export function plainField({label, memory, onchange, onleave}: TextFieldOptions): TextField {
  const area = element("textarea", {
    class: "plain-code",
    "aria-label": label,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  const grow = () => {
    area.rows = area.value.split("\n").length;
  };
  const set = (text: string) => {
    area.value = text;
    grow();
  };
  const say = () => {
    grow();
    onchange();
  };
  area.addEventListener("input", say);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onleave();
  });
  set(memory.text);
  return {
    element: area,
    get text() {
      return area.value;
    },
    get memory() {
      return {text: area.value};
    },
    get selection() {
      return [area.selectionStart, area.selectionEnd] as const;
    },
    get hasFocus() {
      return document.activeElement === area;
    },
    setText(text) {
      set(text);
      say();
    },
    restore: ({text}) => set(text),
    select: (start, end) => area.setSelectionRange(start, end),
    focus: () => area.focus(),
    dispose() {},
  };
}
