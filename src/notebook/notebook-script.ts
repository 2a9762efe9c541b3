/**
 * A notebook as one TypeScript file in the percent format that editors and Jupytext know: `// %%` begins a cell of code,
 * `// %% [markdown]` one of text, whose lines are comments; Jupyter's word for folded code stands behind the marker. It is what the browser keeps, and what a reader can take along.
 */
import {type Cell, type Notebook, notebookOf} from "./notebook.js";

const folded = ' jupyter={"source_hidden": true}';
const marker = /^\/\/ %%( \[markdown\])?( jupyter=\{"source_hidden": true\})?\s*$/;
const titleLine = /^\/\/ title: (.*)$/;

export function writeScript({title, cells}: Notebook): string {
  return [`// title: ${title}`, ...cells.map(writeCell)].join("\n");
}

/** The notebook in `text`. Whatever stands before the first marker, but for the title, is a cell of code. */
export function readScript(text: string): Notebook {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const title = titleLine.exec(lines[0]!)?.[1];
  const cells: {kind: Cell["kind"]; isFolded: boolean; lines: string[]}[] = [];
  for (const line of title === undefined ? lines : lines.slice(1)) {
    const found = marker.exec(line);
    if (found)
      cells.push({kind: found[1] ? "text" : "code", isFolded: found[2] !== undefined, lines: []});
    else if (cells.length > 0) cells.at(-1)!.lines.push(line);
    else if (line.trim() !== "") cells.push({kind: "code", isFolded: false, lines: [line]});
  }
  return notebookOf(
    title ?? "Untitled",
    cells.map(({lines, ...cell}) => ({...cell, text: lines.map(reader[cell.kind]).join("\n")})),
  );
}

/** Each cell is written once: a notebook is kept again and again while one of its cells changes. */
const known = new WeakMap<Cell, string>();

function writeCell(cell: Cell): string {
  const written = known.get(cell) ?? scriptOf(cell);
  known.set(cell, written);
  return written;
}

function scriptOf({kind, text, isFolded}: Cell): string {
  const lines = text.split("\n").map(writer[kind]);
  const begin = `// %%${kind === "text" ? " [markdown]" : ""}${isFolded ? folded : ""}`;
  return [begin, ...lines].join("\n");
}

/** A line of code that looks like a marker gets a backslash, and loses it again. */
const writer = {
  code: (line: string) => line.replace(/^(\/\/ \\*)(?=%%)/, "$1\\"),
  text: (line: string) => (line === "" ? "//" : `// ${line}`),
};

const reader = {
  code: (line: string) => line.replace(/^(\/\/ \\*)\\(?=%%)/, "$1"),
  text: (line: string) => line.replace(/^\/\/ ?/, ""),
};
