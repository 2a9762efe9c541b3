/** What a reader has drawn for a run, as `taken-apart.ts` writes it into the cell of the setup: `points: {data: Float32Array.of(…), shape: […]}`. */
import type {PlainInput} from "../experiment/run/handed-over.js";
import type {Cell} from "./notebook.js";

const written = /(\w+): \{data: \w+Array\.of\(([^()]*)\), shape: \[([^\][]*)\]\}/g;

export function writtenInputs(cells: readonly Cell[]): Readonly<Record<string, PlainInput>> {
  const setups = cells.filter(({kind, text}) => kind === "code" && text.includes("makeSetup("));
  const found = setups.flatMap(({text}) => [...text.matchAll(written)]);
  return Object.fromEntries(
    found.map(([, name = "", data = "", shape = ""]) => [
      name,
      {data: numbersIn(data), shape: numbersIn(shape)},
    ]),
  );
}

function numbersIn(list: string): number[] {
  return list.trim() === "" ? [] : list.split(",").map(Number);
}
