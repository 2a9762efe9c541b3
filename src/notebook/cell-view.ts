/** A cell on the page: what it shows, the place to write it in, and its buttons. */
import {button, element} from "../controls/element.js";
import {type CodeEditor, codeEditor} from "../editor/code-editor.js";
import type {EditorMemory} from "../editor/text-field.js";
import {touched, whenNear} from "../experiment/page-life.js";
import type {Cell} from "./notebook.js";
import type {CellReport} from "./shown.js";
import {ShownView} from "./shown-view.js";

export interface CellActions {
  /** The reader has changed the text. */
  change(id: number, text: string): void;
  run(id: number): void;
  move(id: number, by: number): void;
  add(id: number): void;
  remove(id: number): void;
  /** Code becomes text, text becomes code. */
  turn(id: number): void;
  set(id: number, input: number, value: unknown): void;
}

export class CellView {
  readonly element: HTMLElement;
  readonly editor: CodeEditor;
  readonly #shown: ShownView;
  readonly #note = element("p", {class: "cell-note", role: "status"});
  readonly #tools: HTMLElement;
  readonly #write: HTMLElement;
  #cell: Cell;

  constructor(cell: Cell, memory: EditorMemory, actions: CellActions) {
    this.#cell = cell;
    const {id} = cell;
    this.#shown = new ShownView((input, value) => actions.set(id, input, value));
    const near = element("div");
    const whenSeen = new Promise<void>((resolve) => whenNear(near, async () => resolve()));
    this.editor = codeEditor(
      {
        label: `Cell ${id}`,
        memory,
        onchange: ({text}) => actions.change(id, text),
      },
      // Two hundred editors are heavy: each comes when its cell does, and none for who only looks in.
      async () => {
        await Promise.all([whenSeen, touched()]);
        return (await import("../editor/code-mirror.js")).codeMirrorField;
      },
    );
    near.append(this.editor.element);
    this.#write = element("div", {class: "cell-write", hidden: cell.kind === "text"}, near);
    const edit = button("Edit", () => this.edit());
    this.#tools = element(
      "div",
      {class: "cell-tools", role: "group"},
      button("Run", () => actions.run(id)),
      ...(cell.kind === "text" ? [edit] : []),
      button("Up", () => actions.move(id, -1)),
      button("Down", () => actions.move(id, 1)),
      button("Add below", () => actions.add(id)),
      button(cell.kind === "text" ? "Make it code" : "Make it text", () => actions.turn(id)),
      button("Delete", () => actions.remove(id)),
    );
    const {kind} = cell;
    this.element = element(
      "li",
      {class: "cell", "data-cell": id, "data-kind": kind, "data-state": "idle"},
      ...[this.#shown.element, this.#write, this.#note, this.#tools],
    );
    this.element.addEventListener("keydown", (event) => this.#key(event, actions), {capture: true});
  }

  /** Says which cell it is, by its place from 1. */
  place(number: number): void {
    this.element.setAttribute("aria-label", `Cell ${number}`);
    this.#tools.setAttribute("aria-label", `Cell ${number}`);
    for (const tool of this.#tools.querySelectorAll("button"))
      tool.setAttribute("aria-label", `${tool.textContent} cell ${number}`);
  }

  show({state, shown}: Pick<CellReport, "state" | "shown">): void {
    this.element.dataset.state = state;
    this.#shown.show(shown);
  }

  /** What is to be said of the cell beside what it shows. */
  say(note: string): void {
    if (this.#note.textContent !== note) this.#note.textContent = note;
  }

  /** Puts the focus on its first button, where reading goes on. */
  focus(): void {
    this.#tools.querySelector("button")?.focus({preventScroll: true});
  }

  edit(): void {
    this.#write.hidden = false;
    this.editor.focus();
  }

  /** The place to write in a cell of text is put away. */
  close(): void {
    if (this.#cell.kind === "text") this.#write.hidden = true;
  }

  #key(event: KeyboardEvent, {run, move}: CellActions): void {
    const {key, shiftKey, ctrlKey, metaKey, altKey} = event;
    const {id} = this.#cell;
    const isRun = key === "Enter" && (shiftKey || ctrlKey || metaKey);
    const by = altKey ? {PageUp: -1, PageDown: 1}[key] : undefined;
    if (!isRun && by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) run(id);
    else move(id, by);
  }
}
