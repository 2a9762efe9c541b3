/** Names that the editor of a cell offers: those that other cells define, and those of the modules that a cell may import, with their types. */
import {codeTree} from "../editor/code-tree.js";
import type {OfferedName} from "../editor/text-field.js";
import {inSlices} from "../experiment/in-slices.js";
import {notebookNames} from "../vendor/notebook-names.js";
import type {Cell} from "./notebook.js";
import {definedNames} from "./rename-name.js";

/** Cells are read once for each of their texts: names are asked for while somebody types. */
const known = new WeakMap<Cell, readonly string[]>();

/** For the cell `id`, whose own names the editor knows itself. Cells that are new are read a few milliseconds at a time. */
export function cellCompletions(
  id: number,
  cells: readonly Cell[],
): Promise<readonly OfferedName[]> {
  return inSlices(offered(id, cells), () => {});
}

function* offered(id: number, cells: readonly Cell[]): Generator<void, readonly OfferedName[]> {
  const names: OfferedName[] = [];
  for (const [i, cell] of cells.entries()) {
    if (cell.id === id || cell.kind !== "code") continue;
    const info = `Cell ${i + 1} defines it.`;
    for (const name of namesIn(cell)) names.push({name, info});
    yield;
  }
  return [...names, ...notebookNames];
}

function namesIn(cell: Cell): readonly string[] {
  const names = known.get(cell) ?? definedNames([cell], codeTree);
  known.set(cell, names);
  return names;
}
