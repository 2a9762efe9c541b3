/**
 * A notebook in the file format of Observable's Notebook Kit: a `<notebook>` with a title and a `<script>` for each cell. What is
 * read is never run as HTML: it is taken apart as text.
 */
import {shownValue} from "../lib/shown-value.js";
import {type Cell, type Notebook, notebookOf} from "./notebook.js";

const types = {code: "text/x-typescript", text: "text/markdown"} as const;

export function writeHtml({title, cells}: Notebook): string {
  const parts = [`<title>${escaped(title)}</title>`, ...cells.map(writeCell)];
  return `<!doctype html>\n<notebook theme="air">\n  ${parts.join("\n  ")}\n</notebook>\n`;
}

/** The notebook in `html`. Throws a RangeError when it is none, or has a cell of another language. */
export function readHtml(html: string): Notebook {
  if (!/<notebook[\s>]/i.test(html))
    throw new RangeError("invalid notebook: no <notebook> in it (a file of Notebook Kit)");
  const title = /<title>([^<]{0,1000})<\/title>/i.exec(html)?.[1] ?? "";
  return notebookOf(
    unescaped(title),
    scriptsIn(html).map(({attributes, text}, i) => ({
      kind: kindOf(attributes, i + 1),
      isFolded: !/(^|\s)pinned(?=[\s=/]|$)/i.test(attributes),
      text: dedent(text.replaceAll(/<\\(?=\\*\/script[\s>])/gi, "<")),
    })),
  );
}

/** Not by one expression: that would look for the end of each anew, and take for ever where none has one. */
function scriptsIn(html: string): readonly {attributes: string; text: string}[] {
  const found: {attributes: string; text: string}[] = [];
  const [begin, end] = [/<script\b([^>]{0,2000})>/gi, /<\/script\s{0,100}>/gi];
  for (let begun = begin.exec(html); begun; begun = begin.exec(html)) {
    end.lastIndex = begin.lastIndex;
    const ended = end.exec(html);
    if (!ended) break;
    found.push({attributes: begun[1]!, text: html.slice(begin.lastIndex, ended.index)});
    begin.lastIndex = end.lastIndex;
  }
  return found;
}

/** Code that is pinned is seen, other code is not. */
function writeCell({id, kind, text, isFolded}: Cell): string {
  const safe = text.replaceAll(/<(?=\\*\/script[\s>])/gi, "<\\");
  const pinned = kind === "code" && !isFolded ? " pinned" : "";
  return `<script id="${id}" type="${types[kind]}"${pinned}>\n${indent(safe)}\n  </script>`;
}

function kindOf(attributes: string, number: number): Cell["kind"] {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? "module";
  if (type === types.text) return "text";
  if (type === types.code || type === "module") return "code";
  throw new RangeError(
    `cell ${number} has the type ${shownValue(type)} (module, ${types.code}, ${types.text})`,
  );
}

/** Not by `^`, which also stands after separators that end no line in a file. */
const indent = (text: string) =>
  text
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `    ${line}`))
    .join("\n");

function dedent(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  if (lines.at(-1)!.trim() === "") lines.pop();
  if (lines[0]?.trim() === "") lines.shift();
  return lines.map((line) => line.replace(/^ {4}/, "")).join("\n");
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
