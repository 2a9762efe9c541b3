/** A notebook as its reader writes it: cells in an order, each a text. What they compute is nowhere in it. */

export const cellKinds = ["code", "text"] as const;
/** `code` is TypeScript, `text` is Markdown. */
export type CellKind = (typeof cellKinds)[number];

export interface Cell {
  /** Names the cell as long as it lives, wherever it is moved. */
  readonly id: number;
  readonly kind: CellKind;
  readonly text: string;
  /** Whether its code is folded away, so that only what it shows is seen. */
  readonly isFolded?: boolean;
}

export interface Notebook {
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** Cells of one notebook, and characters of all of them together. */
export const cellLimit = 500;
export const notebookLimit = 500_000;
export const titleLimit = 100;

/** The notebook that cells without ids make. Throws a RangeError where there are too many, or none. */
export function notebookOf(title: string, cells: readonly Omit<Cell, "id">[]): Notebook {
  if (cells.length < 1 || cells.length > cellLimit)
    throw new RangeError(`invalid notebook: ${cells.length} cells (1 to ${cellLimit})`);
  const length = cells.reduce((sum, {text}) => sum + text.length, 0);
  if (length > notebookLimit)
    throw new RangeError(`invalid notebook: ${length} characters (at most ${notebookLimit})`);
  return {
    title: legalTitle(title),
    cells: cells.map(({kind, text, isFolded}, i) => ({
      ...{id: i + 1, kind, text},
      ...(kind === "code" && isFolded && {isFolded}),
    })),
  };
}

/** `text` as a title: one line, one space between words, and a name where there is none. */
export function legalTitle(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, titleLimit).trim() || "Untitled";
}

/** The notebook with an empty cell at `index`, and that cell. */
export function withNewCell(notebook: Notebook, index: number, kind: CellKind) {
  const cell: Cell = {id: newId(notebook), kind, text: ""};
  return {notebook: withCellAt(notebook, index, cell), cell};
}

/** The notebook with `cell` at `index`: a new one, or one that was deleted. */
export function withCellAt(notebook: Notebook, index: number, cell: Cell): Notebook {
  return {...notebook, cells: notebook.cells.toSpliced(index, 0, cell)};
}

export function withoutCell(notebook: Notebook, id: number): Notebook {
  return {...notebook, cells: notebook.cells.filter((cell) => cell.id !== id)};
}

/** The notebook with the cell `id` changed. */
export function withCell(notebook: Notebook, id: number, change: Partial<Cell>): Notebook {
  const cells = notebook.cells.map((cell) => (cell.id === id ? {...cell, ...change} : cell));
  return {...notebook, cells};
}

/** The notebook with the code of the cell `id` folded away, or seen. Other cells stay the same objects: what was read of them is still known. */
export function withCellFolded(notebook: Notebook, id: number, isFolded: boolean): Notebook {
  const cells = notebook.cells.map((cell) => {
    if (cell.id !== id || cell.kind !== "code") return cell;
    const {kind, text} = cell;
    return {id, kind, text, ...(isFolded && {isFolded})};
  });
  return {...notebook, cells};
}

/** The notebook with the cell `id` so many places further down; at an end it stays. */
export function withCellMoved(notebook: Notebook, id: number, by: number): Notebook {
  const from = indexOf(notebook, id);
  const to = Math.max(0, Math.min(notebook.cells.length - 1, from + by));
  const cell = notebook.cells[from]!;
  return {...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell)};
}

export function indexOf({cells}: Notebook, id: number): number {
  const index = cells.findIndex((cell) => cell.id === id);
  if (index < 0) throw new RangeError(`unknown cell: ${id} (${cells.map((each) => each.id)})`);
  return index;
}

function newId({cells}: Notebook): number {
  return 1 + Math.max(0, ...cells.map(({id}) => id));
}
