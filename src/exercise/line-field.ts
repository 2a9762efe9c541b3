import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import type {EditorMemory} from "../editor/text-field.js";
import {
  areSameLines,
  type LineOrder,
  lineOrderText,
  parseLineOrder,
  withLineMoved,
} from "../lib/grading/line-order.js";
import type {AnswerField} from "./answer-field.js";
import {listenToDrag} from "./line-drag.js";

export interface LineFieldOptions {
  /** The accessible name. */
  readonly label: string;
  readonly memory: EditorMemory;
  /** The text that the reader begins with: it says which lines there are. */
  readonly starter: string;
  readonly onchange: () => void;
}

/** A program whose lines are moved, by dragging, by buttons and by the arrow keys. A kept text that has other lines is shown as it is. */
export function lineField({label, memory, starter, onchange}: LineFieldOptions): AnswerField {
  const given = orderOf(starter)!;
  const list = element("ol", {class: "lines"});
  const said = element("p", {class: "line-said", role: "status"});
  const box = element("div", {class: "line-field", role: "group", "aria-label": label});
  let text = "";
  let order: LineOrder | undefined;

  const places = () => [...list.children] as HTMLElement[];
  const draw = (next: string) => {
    text = next;
    const read = orderOf(next);
    order = read && areSameLines(read, given) ? read : undefined;
    setText(said, "");
    box.replaceChildren(...(order ? programParts(order, list, said) : unreadable(next)));
    list.replaceChildren(...(order ? placesOf(order) : []));
    number();
  };
  /** Names every line by its present place. */
  const number = () => {
    const mark = order?.used.length ?? 0;
    for (const [i, place] of places().entries()) {
      const isUsed = i < mark;
      place.classList.toggle("is-aside", i > mark);
      const name = isUsed ? `line ${i + 1}` : "a line that is set aside";
      for (const one of place.querySelectorAll("button"))
        one.setAttribute("aria-label", `${one.dataset.way}: ${name}, ${codeOf(place)}`);
      const numbered = place.querySelector(".line-number");
      if (numbered) setText(numbered, isUsed ? `${i + 1}` : "");
    }
  };
  const move = (from: number, to: number) => {
    if (!order || to < 0 || to >= places().length || from === order.used.length) return;
    const all = places();
    const [moved, target] = [all[from]!, all[to]!];
    const focused = document.activeElement;
    target[to > from ? "after" : "before"](moved);
    if (focused instanceof HTMLElement && moved.contains(focused)) focused.focus();
    order = withLineMoved(order, from, to);
    text = lineOrderText(order);
    number();
    setText(said, placeInWords(order, to, codeOf(moved)));
  };
  const step = (line: Element, by: number) => {
    const from = places().indexOf(line as HTMLElement);
    const before = text;
    move(from, from + by);
    if (text !== before) onchange();
  };

  list.addEventListener("click", ({target}) => {
    const pressed = target instanceof Element ? target.closest("button") : null;
    if (pressed) step(pressed.closest("li")!, pressed.dataset.way === "Up" ? -1 : 1);
  });
  list.addEventListener("keydown", (event) => {
    const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
    const line = event.target instanceof Element ? event.target.closest("li") : null;
    if (by === undefined || !line) return;
    event.preventDefault();
    step(line, by);
  });
  let beforeDrag = "";
  list.addEventListener("pointerdown", () => {
    beforeDrag = text;
  });
  listenToDrag(list, {move, drop: () => text !== beforeDrag && onchange()});

  draw(memory.text);
  return {
    element: box,
    get text() {
      return text;
    },
    get memory() {
      return {text};
    },
    get hasFocus() {
      return box.contains(document.activeElement);
    },
    setText(next) {
      draw(next);
      onchange();
    },
    restore: (kept) => draw(kept.text),
  };
}

function orderOf(text: string): LineOrder | undefined {
  const read = parseLineOrder(text);
  return "problem" in read ? undefined : read;
}

function placesOf({used, aside}: LineOrder): HTMLElement[] {
  const mark = element("li", {class: "line-mark"}, "Set aside. What lies below does not run:");
  return [...used.map(lineElement), mark, ...aside.map(lineElement)];
}

function lineElement(code: string): HTMLElement {
  const way = (name: "Up" | "Down", sign: string) => {
    const made = button(sign, () => {}, name);
    made.dataset.way = name;
    return made;
  };
  return element(
    "li",
    {class: "line"},
    element("span", {class: "line-grip", "aria-hidden": "true"}, "⠿"),
    element("span", {class: "line-number", "aria-hidden": "true"}),
    element("code", {}, code),
    way("Up", "↑"),
    way("Down", "↓"),
  );
}

function codeOf(place: Element): string {
  return place.querySelector("code")?.textContent ?? "";
}

function placeInWords({used}: LineOrder, place: number, code: string): string {
  return place < used.length
    ? `Now line ${place + 1} of ${used.length}: ${code}`
    : `Set aside: ${code}`;
}

/** The function around the lines, and those that the lines call. */
function programParts({head, tail}: LineOrder, list: HTMLElement, said: HTMLElement) {
  const end = tail.indexOf("\n}\n") + 3;
  const code = (text: string, label: string) =>
    element("pre", {tabindex: 0, role: "region", "aria-label": label}, text.trimEnd());
  const summary = element("summary", {}, "The functions that the lines call");
  const called = "The functions that the lines call";
  return [
    element("p", {class: "line-keys"}, keys),
    code(head, "The program above the lines"),
    list,
    code(tail.slice(0, end), "The program below the lines"),
    said,
    element("details", {}, summary, code(tail.slice(end).trimStart(), called)),
  ];
}

const keys =
  "Drag a line by its dots, or press its arrows. On the keyboard, Tab leads to a line, and the arrow keys move it.";

/** A text from elsewhere, as a file of the reader’s own may hold it. */
function unreadable(text: string): HTMLElement[] {
  const why =
    "What is kept here of you is no order of this exercise’s lines, so it is shown as text. It can be tested as it is. Reset brings the lines back; this text stays among the versions.";
  return [
    element("p", {}, why),
    element("pre", {tabindex: 0, role: "region", "aria-label": "Your text"}, text),
  ];
}
