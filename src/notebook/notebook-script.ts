/**
 * A notebook as one TypeScript file in the percent format that editors and Jupytext know: `// %%` begins a cell of code,
 * `// %% [markdown]` one of text, whose lines are comments. It is what the browser keeps, and what a reader can take along.
 */
import {type Cell, type Notebook, notebookOf} from "./notebook.js";

const marker = /^\/\/ %%( \[markdown\])?\s*$/;
const titleLine = /^\/\/ title: (.*)$/;

export function writeScript({title, cells}: Notebook): string {
  return [`// title: ${title}`, ...cells.map(writeCell)].join("\n");
}

/** The notebook in `text`. Whatever stands before the first marker, but for the title, is a cell of code. */
export function readScript(text: string): Notebook {
  const lines = text.replaceAll(/\r\n?/g, "\n").split("\n");
  const title = titleLine.exec(lines[0]!)?.[1];
  const cells: {kind: Cell["kind"]; lines: string[]}[] = [];
  for (const line of title === undefined ? lines : lines.slice(1)) {
    const found = marker.exec(line);
    if (found) cells.push({kind: found[1] ? "text" : "code", lines: []});
    else if (cells.length > 0) cells.at(-1)!.lines.push(line);
    else if (line.trim() !== "") cells.push({kind: "code", lines: [line]});
  }
  return notebookOf(
    title ?? "Untitled",
    cells.map(({kind, lines}) => ({kind, text: lines.map(reader[kind]).join("\n")})),
  );
}

function writeCell({kind, text}: Cell): string {
  const lines = text.split("\n").map(writer[kind]);
  return [kind === "text" ? "// %% [markdown]" : "// %%", ...lines].join("\n");
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
