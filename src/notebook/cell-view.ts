/** A cell on the page: what it shows, the place to write it in, and its buttons. */
import {button, element} from "../controls/element.js";
import {type CodeEditor, codeEditor} from "../editor/code-editor.js";
import type {EditorMemory} from "../editor/text-field.js";
import {watchNear} from "../experiment/page-life.js";
import type {Cell} from "./notebook.js";
import type {CellReport, Shown} from "./shown.js";
import {ShownView} from "./shown-view.js";

export interface CellActions {
  /** All cells as they are now. */
  cells(): readonly Cell[];
  /** The reader has changed the text. */
  change(id: number, text: string): void;
  run(id: number): void;
  move(id: number, by: number): void;
  add(id: number): void;
  remove(id: number): void;
  /** Folds the code away, or shows it. */
  fold(id: number): void;
  format(id: number): void;
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
  /** Stands for code that is folded away. */
  readonly #folded: HTMLButtonElement;
  readonly #fold: HTMLButtonElement;
  readonly #cell: Cell;
  #isNear = false;

  constructor(cell: Cell, memory: EditorMemory, actions: CellActions) {
    this.#cell = cell;
    const {id} = cell;
    this.#shown = new ShownView((input, value) => actions.set(id, input, value));
    const near = element("div");
    const whenNear = new Promise<void>((resolve) =>
      watchNear(near, (isNear) => {
        this.#isNear = isNear;
        if (isNear) resolve();
        this.#settle();
      }),
    );
    this.editor = codeEditor(
      {
        label: `Cell ${id}`,
        memory,
        onchange: ({text}) => actions.change(id, text),
      },
      // Two hundred editors are heavy: each comes and goes with its cell, and there is none for who only looks in.
      async () => {
        await whenNear;
        const [{codeMirrorField}, {cellCompletions}] = await Promise.all([
          import("../editor/code-mirror.js"),
          import("./cell-completions.js"),
        ]);
        const names = () => cellCompletions(id, actions.cells());
        return (options) => codeMirrorField({...options, names});
      },
    );
    void this.editor.whole.then(() => this.#settle());
    near.append(this.editor.element);
    this.#write = element("div", {class: "cell-write", hidden: cell.kind === "text"}, near);
    this.#folded = button("", () => actions.fold(id));
    this.#folded.classList.add("cell-folded");
    this.#folded.tabIndex = -1; // for a hand on the code; the tool of the same effect is for everybody
    this.#folded.setAttribute("aria-hidden", "true");
    this.#fold = button("Fold", () => actions.fold(id));
    const edit = button("Edit", () => this.edit());
    const ofCode = [this.#fold, button("Format", () => actions.format(id))];
    this.#tools = element(
      "div",
      {class: "cell-tools", role: "group"},
      button("Run", () => actions.run(id)),
      ...(cell.kind === "text" ? [edit] : ofCode),
      button("Up", () => actions.move(id, -1)),
      button("Down", () => actions.move(id, 1)),
      button("Add below", () => actions.add(id)),
      button(cell.kind === "text" ? "Make it code" : "Make it text", () => actions.turn(id)),
      button("Delete", () => actions.remove(id)),
      this.#note,
    );
    const {kind} = cell;
    this.element = element(
      "li",
      {class: "cell", "data-cell": id, "data-kind": kind, "data-state": "idle"},
      ...[this.#shown.element, this.#folded, this.#write, this.#tools],
    );
    this.fold(cell.isFolded === true);
    this.element.addEventListener("focusout", () => setTimeout(() => this.#settle()));
    this.element.addEventListener("keydown", (event) => this.#key(event, actions), {capture: true});
  }

  /** Says which cell it is, by its place from 1. */
  place(number: number): void {
    this.element.setAttribute("aria-label", `Cell ${number}`);
    this.#tools.setAttribute("aria-label", `Cell ${number}`);
    for (const tool of this.#tools.querySelectorAll("button"))
      tool.setAttribute("aria-label", `${tool.textContent} cell ${number}`);
  }

  /** Folds code away, or shows it. */
  fold(isFolded: boolean): void {
    if (this.#cell.kind === "code") this.#write.hidden = isFolded;
    this.#folded.hidden = !isFolded;
    this.#folded.textContent = firstLine(this.editor.text);
    this.#fold.textContent = isFolded ? "Unfold" : "Fold";
    this.#fold.setAttribute("aria-expanded", String(!isFolded));
  }

  show({state, shown}: Pick<CellReport, "state" | "shown">): void {
    this.element.dataset.state = state;
    this.#shown.show(shown);
  }

  get shown(): readonly Shown[] {
    return this.#shown.shown;
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

  #settle(): void {
    if (this.#isNear) this.editor.wake();
    else this.editor.rest();
  }

  #key(event: KeyboardEvent, actions: CellActions): void {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act(actions, this.#cell.id);
  }
}

type Action = (actions: CellActions, id: number) => void;

/** With Alt; letters by their place, for with Alt some keyboards write others. */
const withAlt: Readonly<Record<string, Action>> = {
  PageUp: ({move}, id) => move(id, -1),
  PageDown: ({move}, id) => move(id, 1),
  End: ({fold}, id) => fold(id),
};

function actionOf(event: KeyboardEvent): Action | undefined {
  const {key, code, shiftKey, ctrlKey, metaKey, altKey} = event;
  if (key === "Enter" && (shiftKey || ctrlKey || metaKey)) return ({run}, id) => run(id);
  if (!altKey) return undefined;
  return shiftKey && code === "KeyF" ? ({format}, id) => format(id) : withAlt[key];
}

/** The first line of code in which something stands, with the number of all. */
function firstLine(code: string): string {
  const lines = code.split("\n");
  const first = lines.find((line) => line.trim() !== "") ?? "";
  return `${first.slice(0, 80)}${lines.length > 1 ? ` … ${lines.length} lines` : ""}`;
}
