/** Names that the editor of a cell offers: those that other cells define, and those of the modules that a cell may import, with their types. */
import {codeTree} from "../editor/code-tree.js";
import type {OfferedName} from "../editor/text-field.js";
import {notebookNames} from "../vendor/notebook-names.js";
import type {Cell} from "./notebook.js";
import {definedNames} from "./rename-name.js";

/** Cells are read once for each of their texts: names are asked for while somebody types. */
const known = new WeakMap<Cell, readonly string[]>();

/** For the cell `id`, whose own names the editor knows itself. */
export function cellCompletions(id: number, cells: readonly Cell[]): readonly OfferedName[] {
  const others = cells.filter((cell) => cell.id !== id && cell.kind === "code");
  return [
    ...others.flatMap((cell) => {
      const info = `Cell ${cells.indexOf(cell) + 1} defines it.`;
      return namesIn(cell).map((name) => ({name, info}));
    }),
    ...notebookNames,
  ];
}

function namesIn(cell: Cell): readonly string[] {
  const names = known.get(cell) ?? definedNames([cell], codeTree);
  known.set(cell, names);
  return names;
}
