/**
 * A notebook in the file format of Jupyter (nbformat 4.5), for the readers and editors that know it. There a cell sees only those above it, so
 * a notebook runs there only if it is written in that order; what it is made of goes there and back unchanged.
 */
import {type Fields, fieldsOf} from "../lib/field-checks.js";
import {shownValue} from "../lib/shown-value.js";
import {type Cell, type Notebook, notebookOf} from "./notebook.js";

const types = {code: "code", text: "markdown"} as const;
const languages = ["typescript", "javascript"];

export function writeIpynb({title, cells}: Notebook): string {
  const metadata = {
    title,
    kernelspec: {name: "deno", display_name: "Deno", language: "typescript"},
    language_info: {name: "typescript", file_extension: ".ts", mimetype: "text/x.typescript"},
  };
  const file = {nbformat: 4, nbformat_minor: 5, metadata, cells: cells.map(writeCell)};
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The notebook in `text`, without what it has shown. Throws a RangeError when it is none, or is written in another language. */
export function readIpynb(text: string): Notebook {
  const file = fieldsOf("notebook", parsed(text));
  if (file.nbformat !== 4)
    throw new RangeError(`invalid notebook: nbformat ${shownValue(file.nbformat)} (4)`);
  const metadata = fieldsOf("metadata", file.metadata ?? {});
  const language = languageOf(metadata);
  if (!languages.includes(language))
    throw new RangeError(
      `this notebook is written in ${shownValue(language)} (${languages.join(", ")})`,
    );
  if (!Array.isArray(file.cells)) throw new RangeError("invalid notebook: it has no list of cells");
  const {title} = metadata;
  return notebookOf(typeof title === "string" ? title : "", file.cells.map(readCell));
}

function writeCell({id, kind, text, isFolded}: Cell) {
  const metadata = isFolded ? {jupyter: {source_hidden: true}} : {};
  const cell = {cell_type: types[kind], id: `cell-${id}`, metadata, source: linesOf(text)};
  return kind === "code" ? {...cell, execution_count: null, outputs: []} : cell;
}

/** Each line with its end, as the format has them. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function readCell(cell: unknown, i: number): Omit<Cell, "id"> {
  const {cell_type: type, source, metadata} = fieldsOf(`cell ${i + 1}`, cell);
  const kind = type === types.code ? "code" : type === types.text ? "text" : undefined;
  if (!kind)
    throw new RangeError(
      `cell ${i + 1} is of the type ${shownValue(type)} (${Object.values(types).join(", ")})`,
    );
  const text = Array.isArray(source) ? source.join("") : source;
  if (typeof text !== "string") throw new RangeError(`cell ${i + 1} has no text`);
  const {jupyter} = fieldsOf(`cell ${i + 1}.metadata`, metadata ?? {});
  const {source_hidden: isFolded} = fieldsOf(`cell ${i + 1}.metadata.jupyter`, jupyter ?? {});
  return {kind, text: text.replaceAll(/\r\n?/g, "\n"), isFolded: isFolded === true};
}

/** Of what it was run with; one that tells nothing may be of this course. */
function languageOf({language_info, kernelspec}: Fields): string {
  const info = fieldsOf("metadata.language_info", language_info ?? {});
  const kernel = fieldsOf("metadata.kernelspec", kernelspec ?? {});
  const told = info.name ?? kernel.language ?? languages[0]!;
  return String(told).toLowerCase();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError("invalid notebook: no JSON (a file of Jupyter)");
  }
}
