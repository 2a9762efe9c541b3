/**
 * A notebook in the file format of Observable's Notebook Kit: a `<notebook>` with a title and a `<script>` for each cell. What is
 * read is never run as HTML: it is taken apart as text.
 */
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
  const title = /<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? "";
  const cells = html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi);
  return notebookOf(
    unescaped(title),
    [...cells].map(([, attributes = "", text = ""], i) => ({
      kind: kindOf(attributes, i + 1),
      text: dedent(text.replaceAll(/<\\(?=\\*\/script[\s>])/gi, "<")),
    })),
  );
}

function writeCell({id, kind, text}: Cell): string {
  const safe = text.replaceAll(/<(?=\\*\/script[\s>])/gi, "<\\");
  const pinned = kind === "code" ? " pinned" : "";
  return `<script id="${id}" type="${types[kind]}"${pinned}>\n${indent(safe)}\n  </script>`;
}

function kindOf(attributes: string, number: number): Cell["kind"] {
  const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? "module";
  if (type === types.text) return "text";
  if (type === types.code || type === "module") return "code";
  throw new RangeError(
    `cell ${number} has the type ${JSON.stringify(type.slice(0, 60))} (module, ${types.code}, ${types.text})`,
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
