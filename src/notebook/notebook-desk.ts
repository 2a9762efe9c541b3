/** A notebook that is open: its cells on the page, its run, and what keeps it. */
import {element} from "../controls/element.js";
import type {EditorMemory} from "../editor/text-field.js";
import {historyLimit} from "../storage/parse-work.js";
import {CellEditing} from "./cell-editing.js";
import {CellMap} from "./cell-map.js";
import {type CellActions, CellView} from "./cell-view.js";
import {
  type Cell,
  indexOf,
  legalTitle,
  type Notebook,
  withCell,
  withCellAt,
  withCellFolded,
  withCellMoved,
  withNewCell,
  withoutCell,
} from "./notebook.js";
import {NotebookMemory} from "./notebook-memory.js";
import {NotebookRun} from "./notebook-run.js";
import type {CellReport} from "./shown.js";
import type {StillNotebook} from "./still-view.js";

export interface DeskOptions {
  readonly notebook: Notebook;
  /** How to undo in each cell, in their order. */
  readonly histories: readonly unknown[];
  readonly onchange: (memory: () => EditorMemory) => void;
  /** How the run does, in words; `undo` takes back what was just done. */
  readonly say: (text: string, undo?: () => void) => void;
  /** Cells are about to run. */
  readonly beforerun: () => void;
  /** The cell at this place, from 1, has begun. */
  readonly onbegin: (place: number) => void;
  /** `wasCut`: it was not the reader who ended it. */
  readonly onrun: (isRunning: boolean, wasCut?: boolean) => void;
}

/** Loops that are watched say something more often than that. */
const calmAfterMs = 800;

export class NotebookDesk {
  readonly element = element("ol", {class: "cells", "aria-label": "Cells"});
  readonly map = new CellMap((id) => this.#goTo(id));
  readonly editing: CellEditing;
  readonly #options: DeskOptions;
  readonly #views = new Map<number, CellView>();
  readonly #memory = new NotebookMemory(
    (id) => this.#views.get(id)!.editor.memory.history,
    historyLimit,
  );
  #notebook: Notebook;
  /** Texts that the cells were last run with. */
  #ran = new Map<number, string>();
  /** Texts that made what the cells show. */
  readonly #shownBy = new Map<number, string>();
  #run: NotebookRun | undefined;
  #isCalm = false;
  #calming: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#notebook = options.notebook;
    this.editing = this.#editing();
    for (const [i, cell] of options.notebook.cells.entries())
      this.#view(cell, options.histories[i]);
    this.#place();
    for (const cell of options.notebook.cells) this.#preview(cell);
    this.element.addEventListener("focusin", ({target}) => {
      const cell = target instanceof Element && target.closest<HTMLElement>("[data-cell]");
      if (cell) this.editing.use(Number(cell.dataset.cell));
    });
  }

  get notebook(): Notebook {
    return this.#notebook;
  }

  /** All cells with what they show now. */
  get still(): StillNotebook {
    const cells = this.#notebook.cells.map((cell) => {
      const made = this.#shownBy.get(cell.id);
      const hasRun = made === writtenIn(cell) ? "as written" : made ? "otherwise" : "never";
      return {cell, shown: this.#views.get(cell.id)!.shown, hasRun} as const;
    });
    return {notebook: this.#notebook, cells, isAtWork: this.#isAtWork};
  }

  get isRunning(): boolean {
    return this.#run !== undefined;
  }

  rename(title: string): void {
    this.#change({...this.#notebook, title: legalTitle(title)});
  }

  /** Runs all cells as they are written now; those that run already with this text go on. */
  runAll(again: readonly number[] = []): void {
    this.#options.beforerun();
    if (!this.#run) this.#start();
    this.#ran = new Map(this.#notebook.cells.map((cell) => [cell.id, writtenIn(cell)]));
    this.#run!.update(this.#notebook.cells, again);
    for (const cell of this.#notebook.cells) this.#mark(cell);
  }

  restart(): void {
    this.stop();
    this.runAll();
  }

  stop(): void {
    this.#leave(false);
  }

  #leave(wasCut: boolean): void {
    this.#run?.stop();
    this.#run = undefined;
    clearTimeout(this.#calming);
    this.#ran.clear();
    for (const {id} of this.#notebook.cells) {
      const view = this.#views.get(id)!;
      if (view.element.dataset.state !== "failed") view.element.dataset.state = "idle";
    }
    this.#options.onrun(false, wasCut);
  }

  dispose(): void {
    this.stop();
    this.map.element.remove();
    this.element.remove();
  }

  readonly #actions: CellActions = {
    cells: () => this.#notebook.cells,
    change: (id, text) => {
      this.#memory.changed(id);
      this.#change(withCell(this.#notebook, id, {text}));
      this.#mark(this.#cell(id));
    },
    run: (id) => {
      const view = this.#views.get(id)!;
      view.close();
      this.#preview(this.#cell(id));
      this.runAll([id]);
    },
    move: (id, by) => {
      this.#change(withCellMoved(this.#notebook, id, by));
      const focused = document.activeElement;
      this.#place();
      if (focused instanceof HTMLElement) focused.focus();
      this.#views.get(id)!.element.scrollIntoView({block: "nearest"});
      this.#options.say(`The cell is now number ${indexOf(this.#notebook, id) + 1}.`);
    },
    add: (id) => {
      const {notebook, cell} = withNewCell(this.#notebook, indexOf(this.#notebook, id) + 1, "code");
      this.#view(cell);
      this.#change(notebook);
      this.#place();
      this.#views.get(cell.id)!.edit();
    },
    remove: (id) => this.#remove(id),
    fold: (id) => this.editing.fold(id),
    format: (id) => void this.editing.format(id),
    turn: (id) => {
      const {kind} = this.#cell(id);
      const open = withCellFolded(this.#notebook, id, false);
      this.#change(withCell(open, id, {kind: kind === "code" ? "text" : "code"}));
      const view = this.#replaceView(this.#cell(id));
      this.#preview(this.#cell(id));
      view.edit();
    },
    set: (id, input, value) => this.#run?.set(id, input, value),
  };

  #editing(): CellEditing {
    const notebook = () => this.#notebook;
    return new CellEditing({
      get notebook() {
        return notebook();
      },
      view: (id) => this.#views.get(id)!,
      has: (id) => this.#views.has(id),
      change: (notebook) => this.#change(notebook),
      preview: (cell) => this.#preview(cell),
      say: this.#options.say,
    });
  }

  #remove(id: number): void {
    const {cells} = this.#notebook;
    const at = indexOf(this.#notebook, id);
    if (cells.length === 1) {
      this.#options.say("A notebook has at least one cell.");
      return;
    }
    const cell = cells[at]!;
    const {history} = this.#views.get(id)!.editor.memory;
    this.#change(withoutCell(this.#notebook, id));
    this.#views.get(id)!.element.remove();
    this.#views.delete(id);
    this.#place();
    this.#views.get(this.#notebook.cells[Math.min(at, cells.length - 2)]!.id)!.editor.focus();
    if (this.#run) this.runAll();
    this.#options.say(`Cell ${at + 1} is deleted.`, () => {
      this.#change(withCellAt(this.#notebook, Math.min(at, this.#notebook.cells.length), cell));
      this.#view(cell, history);
      this.#place();
      this.#preview(cell);
      if (this.#run) this.runAll();
    });
  }

  #start(): void {
    this.#run = new NotebookRun({
      onreport: (report) => this.#show(report),
      onbegin: (id) => this.#began(id),
      ongraph: (cells) => this.map.show(cells),
      onbusy: (isBusy) =>
        this.#options.say(isBusy ? "A cell computes without a pause. Stop ends it." : "Running."),
      onend: (why, id) => this.#ended(why, id),
    });
    this.#options.onrun(true);
    this.#options.say("Running.");
  }

  /** A cell of the map may have been deleted since. */
  #goTo(id: number): void {
    const view = this.#views.get(id);
    view?.element.scrollIntoView({block: "center"});
    view?.focus();
  }

  /** A cell that was deleted since has no place. */
  #began(id: number): void {
    if (this.#views.has(id)) this.#options.onbegin(indexOf(this.#notebook, id) + 1);
  }

  #ended(why: string, id: number | undefined): void {
    this.#leave(true);
    const view = id === undefined ? undefined : this.#views.get(id);
    view?.show({state: "failed", shown: [{kind: "error", text: why}]});
    this.#options.say(why);
  }

  #show(report: CellReport): void {
    const view = this.#views.get(report.id);
    if (!view) return; // of a cell that was deleted since
    view.show(report);
    this.#shownBy.set(report.id, this.#ran.get(report.id) ?? "");
    if (this.#isCalm) this.#options.say("Running.");
    this.#isCalm = false;
    clearTimeout(this.#calming);
    this.#calming = setTimeout(() => this.#calm(), calmAfterMs);
  }

  /** Nothing has been heard for a while. */
  #calm(): void {
    if (!this.#run || this.#isAtWork) return;
    this.#isCalm = true;
    this.#options.say("Up to date. A change runs what depends on it.");
  }

  get #isAtWork(): boolean {
    const states = [...this.#views.values()].map((view) => view.element.dataset.state);
    return this.#run !== undefined && (states.includes("computing") || states.includes("waiting"));
  }

  /** Text can be read before anything runs; a value in it is left open. */
  #preview({id, kind, text}: Cell): void {
    if (kind !== "text" || this.#run) return;
    const readable = text.replaceAll(/(?<!\\)\$\{[^}]{0,500}\}/g, "…");
    this.#views.get(id)!.show({state: "waiting", shown: [{kind: "markdown", text: readable}]});
    this.#views.get(id)!.element.dataset.state = "idle";
  }

  #mark(cell: Cell): void {
    const isOther = this.#run !== undefined && this.#ran.get(cell.id) !== writtenIn(cell);
    this.#views.get(cell.id)!.say(isOther ? "Changed. Shift and Enter run it." : "");
  }

  #change(notebook: Notebook): void {
    this.#notebook = notebook;
    this.#options.onchange(() => this.#memory.of(this.#notebook));
  }

  #view(cell: Cell, history?: unknown): CellView {
    const memory = {text: cell.text, ...(history != null && {history})};
    const view = new CellView(cell, memory, this.#actions);
    this.#views.set(cell.id, view);
    this.#memory.changed(cell.id);
    return view;
  }

  #replaceView(cell: Cell): CellView {
    const old = this.#views.get(cell.id)!;
    const view = this.#view(cell, old.editor.memory.history);
    old.element.replaceWith(view.element);
    this.#place();
    return view;
  }

  /** Puts every cell where it belongs. */
  #place(): void {
    for (const [i, {id}] of this.#notebook.cells.entries()) {
      const view = this.#views.get(id)!;
      view.place(i + 1);
      if (this.element.children[i] !== view.element)
        this.element.insertBefore(view.element, this.element.children[i] ?? null);
    }
  }

  #cell(id: number): Cell {
    return this.#notebook.cells[indexOf(this.#notebook, id)]!;
  }
}

/** What a cell computes is made of this. */
const writtenIn = ({kind, text}: Cell) => `${kind} ${text}`;
