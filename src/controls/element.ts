type Attributes = Readonly<Record<string, string | number | boolean | EventListener | undefined>>;

/**
 * An HTML element with attributes, listeners (`onclick`, `oninput`, …) and children. `true` sets an empty attribute,
 * `false` and `undefined` set none. Text is never parsed as HTML.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does one thing; its text is its accessible name unless `label` gives a longer one. */
export function button(text: string, onclick: () => void, label?: string): HTMLButtonElement {
  const longer = label === text ? undefined : label;
  return element("button", {type: "button", onclick, "aria-label": longer, title: longer}, text);
}

let ids = 0;

/** A document-unique id for label and description references. */
export function uniqueId(prefix: string): string {
  return `${prefix}-${++ids}`;
}
