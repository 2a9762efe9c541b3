/** A name changed in all cells that share it, where the code means it and nowhere else: not in texts, fields or functions with one of their own. */
import {shownName} from "../lib/shown-value.js";
import type {Cell} from "./notebook.js";
import {
  brokenAt,
  type CodeNode,
  namesAtTop,
  type WrittenName,
  writtenNames,
} from "./written-names.js";

/** The tree of a program of TypeScript. */
export type ReadCode = (code: string) => CodeNode;

/** The cells in which `from` is called `to`. Throws a RangeError that says why it may not be. */
export function withNameChanged(
  cells: readonly Cell[],
  from: string,
  to: string,
  read: ReadCode,
): readonly Cell[] {
  if (!isFreeWord(to)) throw new RangeError(`${shownName(to)} cannot be a name (${legal})`);
  const names = cells.map((cell) => namesOf(cell, read));
  if (!names.some(({defines}) => defines.includes(from)))
    throw new RangeError(
      `no cell defines ${shownName(from)}: put the caret on a name that one does`,
    );
  for (const [i, {written, broken}] of names.entries()) {
    const {text} = cells[i]!;
    if (broken !== undefined && text.includes(from))
      throw new RangeError(
        `cell ${i + 1} cannot be read from line ${lineOf(text, broken)} on, and may mean ${from}: mend it first`,
      );
    const taken = written.find(({name}) => name === to);
    if (taken)
      throw new RangeError(
        `${to} is a name in cell ${i + 1} already, in line ${lineOf(text, taken.from)}`,
      );
    const hidden = written.find(({name, hidden}) => name === from && hidden.has(to));
    if (hidden)
      throw new RangeError(
        `cell ${i + 1} has a ${to} of its own where it uses ${from}, in line ${lineOf(text, hidden.from)}`,
      );
  }
  return cells.map((cell, i) => ({...cell, text: renamed(cell.text, names[i]!.written, from, to)}));
}

/** The word at `at`, "" where there is none. */
export function wordAt(text: string, at: number): string {
  const before = /[\p{ID_Continue}$]*$/u.exec(text.slice(0, at))![0];
  return before + /^[\p{ID_Continue}$]*/u.exec(text.slice(at))![0];
}

/** All names that the cells define, each once, in their order. */
export function definedNames(cells: readonly Cell[], read: ReadCode): readonly string[] {
  const code = cells.filter(({kind}) => kind === "code");
  return [...new Set(code.flatMap(({text}) => namesAtTop(read(text), text)))];
}

interface CellNamesWritten {
  readonly defines: readonly string[];
  readonly written: readonly WrittenName[];
  /** Where it cannot be read. */
  readonly broken: number | undefined;
}

function namesOf({kind, text}: Cell, read: ReadCode): CellNamesWritten {
  if (kind === "text") return namesOfText(text, read);
  const root = read(text);
  return {
    defines: namesAtTop(root, text),
    written: writtenNames(root, text),
    broken: brokenAt(root),
  };
}

/** Those in the `${…}` of a text: from there on, and with a backtick before it, it is a template with that as its first value. */
function namesOfText(text: string, read: ReadCode): CellNamesWritten {
  const written: WrittenName[] = [];
  for (let at = text.indexOf("${"); at >= 0; ) {
    const code = `\`${text.slice(at)}`;
    const value = firstOf("Interpolation", read(code));
    if (!value || brokenAt(value) !== undefined) return {defines: [], written, broken: at};
    for (const each of writtenNames(value, code))
      written.push({...each, from: each.from + at - 1, to: each.to + at - 1});
    at = text.indexOf("${", at + value.to - 1);
  }
  return {defines: [], written, broken: undefined};
}

function firstOf(name: string, node: CodeNode): CodeNode | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const found = child.name === name ? child : firstOf(name, child);
    if (found) return found;
  }
  return undefined;
}

function renamed(text: string, written: readonly WrittenName[], from: string, to: string): string {
  const places = written.filter(({name}) => name === from).toSorted((a, b) => b.from - a.from);
  let changed = text;
  for (const {from: start, to: end, as} of places)
    changed = changed.slice(0, start) + spelled[as](from, to) + changed.slice(end);
  return changed;
}

const spelled: Readonly<Record<WrittenName["as"], (from: string, to: string) => string>> = {
  itself: (_, to) => to,
  field: (from, to) => `${from}: ${to}`,
  import: (from, to) => `${from} as ${to}`,
};

const legal =
  "letters, digits, _ and $, not a digit first, and no word of the language or the notebook";

/** What cells have without defining it. */
export const ofNotebook: readonly string[] =
  "display view Inputs pictures curves svg invalidation visibility".split(" ");
const ofLanguage =
  "arguments async await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield";
const taken = new Set([...ofNotebook, ...ofLanguage.split(" ")]);

function isFreeWord(word: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(word) && !taken.has(word);
}

const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length;
