/** What the reader does with the texts of cells beside writing them: rename, find, format, fold. */
import type {CellView} from "./cell-view.js";
import type {Found} from "./find-in-cells.js";
import {type Cell, indexOf, type Notebook, withCellFolded} from "./notebook.js";
import {withNameChanged, wordAt} from "./rename-name.js";

/** The notebook on the page, as far as its texts go. */
export interface EditedNotebook {
  readonly notebook: Notebook;
  /** Of a cell that is there. */
  readonly view: (id: number) => CellView;
  readonly has: (id: number) => boolean;
  readonly change: (notebook: Notebook) => void;
  /** Shows a text that does not run as it is written now. */
  readonly preview: (cell: Cell) => void;
  readonly say: (text: string, undo?: () => void) => void;
}

export class CellEditing {
  readonly #edited: EditedNotebook;
  /** The cell that was last in use. */
  #used: number | undefined;

  constructor(edited: EditedNotebook) {
    this.#edited = edited;
  }

  use(id: number): void {
    this.#used = id;
  }

  /** The word at the caret of the cell that was last in use, or "". */
  get wordAtCaret(): string {
    if (this.#used === undefined || !this.#edited.has(this.#used)) return "";
    const {text, selection} = this.#edited.view(this.#used).editor;
    return wordAt(text, selection[0]);
  }

  /** Changes a name in all cells. Rejects with a RangeError that says why it may not be. */
  async changeName(from: string, to: string): Promise<void> {
    const {codeTree} = await import("../editor/code-tree.js");
    const before = this.#cells;
    const changed = withNameChanged(before, from, to, codeTree).filter(
      ({text}, i) => text !== before[i]!.text,
    );
    const old = before.filter(({id}) => changed.some((cell) => cell.id === id));
    for (const cell of changed) this.#put(cell);
    const cells = changed.length === 1 ? "1 cell" : `${changed.length} cells`;
    this.#edited.say(`${from} is now called ${to}, in ${cells}.`, () => {
      for (const cell of old) if (this.#edited.has(cell.id)) this.#put(cell);
    });
  }

  /** Selects a place in a cell. */
  goTo({id, from, to}: Found): void {
    if (this.#cell(id).isFolded) this.fold(id, false);
    const view = this.#edited.view(id);
    view.element.scrollIntoView({block: "center"});
    view.edit();
    view.editor.select(from, to);
  }

  /** Folds the code of a cell away, or shows it. */
  fold(id: number, isFolded = !this.#cell(id).isFolded): void {
    const view = this.#edited.view(id);
    const hadFocus = view.editor.hasFocus;
    this.#edited.change(withCellFolded(this.#edited.notebook, id, isFolded));
    view.fold(isFolded);
    view.place(this.#numberOf(id));
    if (hadFocus && isFolded) view.focus();
  }

  /** Folds all code away, or shows it where all is folded. */
  foldAll(): void {
    const code = this.#cells.filter(({kind}) => kind === "code");
    const isFolded = code.some((cell) => !cell.isFolded);
    for (const {id} of code) this.fold(id, isFolded);
  }

  async format(id: number): Promise<void> {
    const {editor} = this.#edited.view(id);
    const {formatted, movedCaret} = await import("../editor/format-code.js");
    const {text, selection} = editor;
    try {
      const now = formatted(text);
      const caret = movedCaret(text, now, selection[0]);
      if (now !== text) editor.setText(now);
      if (now !== text) editor.select(caret, caret);
      this.#edited.say(`Cell ${this.#numberOf(id)} is formatted.`);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#edited.say(`Cell ${this.#numberOf(id)}, ${error.message}.`);
    }
  }

  /** Puts the text of `cell` where it is written; undo takes it back. */
  #put({id, text}: Cell): void {
    const view = this.#edited.view(id);
    view.editor.setText(text);
    view.fold(this.#cell(id).isFolded === true);
    this.#edited.preview(this.#cell(id));
  }

  get #cells(): readonly Cell[] {
    return this.#edited.notebook.cells;
  }

  #cell(id: number): Cell {
    return this.#cells[indexOf(this.#edited.notebook, id)]!;
  }

  #numberOf(id: number): number {
    return indexOf(this.#edited.notebook, id) + 1;
  }
}
