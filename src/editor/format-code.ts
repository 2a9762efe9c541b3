/**
 * Code with its lines indented as the parser reads them, without blanks at their ends, and with one empty line where there were more. What
 * stands in a line stays as it is, and so does all text of several lines: no token is moved, added or taken away.
 */
import {
  EditorState,
  ensureSyntaxTree,
  indentRange,
  indentUnit,
  javascript,
} from "../vendor/codemirror.js";
import {codeTree} from "./code-tree.js";

type CodeNode = ReturnType<typeof codeTree>;

/** Throws a RangeError that names the line which cannot be read. */
export function formatted(code: string): string {
  const broken = placesOf(["⚠"], codeTree(code))[0];
  if (broken) {
    const line = code.slice(0, broken.from).split("\n").length;
    throw new RangeError(`line ${line} cannot be read: mend it, then format`);
  }
  const indented = withIndents(code);
  return withoutBlanks(indented, placesOf(["TemplateString", "BlockComment"], codeTree(indented)));
}

/** Where the caret at `at` belongs once `before` has become `after`: behind as many characters that are no blanks. */
export function movedCaret(before: string, after: string, at: number): number {
  let ink = before.slice(0, at).replaceAll(/\s/g, "").length;
  let place = 0;
  for (; ink > 0; place++) if (/\S/.test(after[place]!)) ink--;
  return place;
}

/** Far more than a cell takes; what is longer stays as it is from there on. */
const patienceMs = 2000;

function withIndents(code: string): string {
  const extensions = [
    javascript({typescript: true}),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
  ];
  const state = EditorState.create({doc: code, extensions});
  ensureSyntaxTree(state, code.length, patienceMs);
  const read = state.update({}).state; // has the tree that was just made
  return read.update({changes: indentRange(read, 0, read.doc.length)}).state.doc.toString();
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function placesOf(kinds: readonly string[], node: CodeNode): Place[] {
  if (kinds.includes(node.name)) return [{from: node.from, to: node.to}];
  const found: Place[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    found.push(...placesOf(kinds, child));
  return found;
}

/** Lines that end within a place of `kept` stay. */
function withoutBlanks(code: string, kept: readonly Place[]): string {
  const lines: string[] = [];
  let end = -1;
  for (const line of code.split("\n")) {
    end += line.length + 1;
    const isKept = kept.some(({from, to}) => from < end && end < to);
    const isMore = line.trim() === "" && (lines.at(-1) ?? "") === "";
    if (isKept) lines.push(line);
    else if (!isMore) lines.push(line.trimEnd());
  }
  if (lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}
