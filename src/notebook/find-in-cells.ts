/** Where a text stands in the cells of a notebook, in code and in words. */
import type {Cell} from "./notebook.js";

export interface Found {
  /** The id of the cell, and its place from 1. */
  readonly id: number;
  readonly number: number;
  /** Places in the cell's text. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** What stands in the line before, at and after the place, cut where it is long. */
  readonly excerpt: readonly [before: string, text: string, after: string];
}

/** The first `most` places of `text`. Small letters also find capital ones; capitals find nothing but themselves. */
export function findInCells(cells: readonly Cell[], text: string, most = 500): readonly Found[] {
  if (text === "") return [];
  const isAnyCase = text === text.toLowerCase();
  const found: Found[] = [];
  for (const [i, cell] of cells.entries()) {
    const searched = isAnyCase ? lowered(cell.text) : cell.text;
    for (let at = searched.indexOf(text); at >= 0; at = searched.indexOf(text, at + text.length)) {
      if (found.length >= most) return found;
      found.push(foundAt(cell, i + 1, at, at + text.length));
    }
  }
  return found;
}

/** Letters that are longer in small stay as they are, so that all places do. */
const lowered = (text: string) =>
  Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join("");

const around = 40;

function foundAt({id, text}: Cell, number: number, from: number, to: number): Found {
  const start = text.slice(0, from).lastIndexOf("\n") + 1;
  const next = text.indexOf("\n", to);
  const end = next < 0 ? text.length : next;
  const before = text.slice(start, from).trimStart();
  const after = text.slice(to, end).trimEnd();
  return {
    ...{id, number, from, to},
    line: text.slice(0, from).split("\n").length,
    excerpt: [
      before.length > around ? `…${before.slice(-around)}` : before,
      text.slice(from, to),
      after.length > around ? `${after.slice(0, around)}…` : after,
    ],
  };
}
