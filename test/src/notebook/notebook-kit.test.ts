/** A notebook as the course exports it, run side by side: what Notebook Kit's own packages made of it is in test/reference/notebook-kit.json. */
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {cellCode, textCode} from "../../../src/notebook/cell-code.js";
import type {Cell} from "../../../src/notebook/notebook.js";
import {NotebookEngine} from "../../../src/notebook/notebook-engine.js";
import {readHtml, writeHtml} from "../../../src/notebook/notebook-html.js";
import type {CellReport, Shown} from "../../../src/notebook/shown.js";
import {parsers, Runtime} from "./engine-packages.js";

interface KitCell {
  readonly mode: "ts" | "md";
  readonly value: string;
  /** The name of an error. */
  readonly refused?: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly autodisplay?: boolean;
  /** Texts of what it shows, one after the other. */
  readonly shown?: readonly string[];
}

const reference = (name: string) =>
  readFileSync(new URL(`../../reference/${name}`, import.meta.url), "utf8");
const html = reference("notebook-kit.html");
const kit = JSON.parse(reference("notebook-kit.json")) as readonly KitCell[];
const {cells} = readHtml(html);

test("the file is as the course writes it, and the cells are those that Notebook Kit finds in it", () => {
  expect(writeHtml(readHtml(html))).toBe(html);
  expect(kit.map(({mode}) => mode)).toEqual(cells.map(({kind}) => (kind === "code" ? "ts" : "md")));
  expect(kit.map(({value}) => value.trim())).toEqual(cells.map(({text}) => text.trim()));
});

describe("a cell is read as Notebook Kit reads it", () => {
  test.for(cells.map((cell, i) => [cell.text, cell, kit[i]!] as const))(
    "%s",
    ([, cell, theirs]) => {
      const read = () => (cell.kind === "code" ? cellCode : textCode)(cell.text, parsers);
      // import.meta may stand in a module, and the engine refuses it where it makes a function of the cell.
      if (theirs.refused && cell.text !== "import.meta") return expect(read).toThrow(SyntaxError);
      if (theirs.refused) return;
      const names = (list: readonly string[] = []) =>
        list.filter((name) => name !== "md" && !(name in globalThis)).toSorted();
      const {uses, defines} = read();
      expect(names(uses)).toEqual(names(theirs.inputs));
      expect(names(defines)).toEqual(names(theirs.outputs));
    },
  );
});

/** A part of what a cell shows, as far as the two are to agree: numbers to the last digit, and that it is an error, or an object. */
function ours(shown: Shown): string {
  if (shown.kind === "error") return "error";
  return shown.kind === "value" && /^-?\d/.test(shown.text) ? shown.text : "other";
}

function theirs(text: string): string {
  if (/^\w*Error: /.test(text)) return "error";
  return /^-?\d/.test(text) ? text : "other";
}

test("what all cells show is the same, to the last digit", async () => {
  const reports = new Map<number, CellReport>();
  const engine = new NotebookEngine({
    ...{Runtime, parsers, graph: () => {}, begins: () => {}},
    imported: async () => ({}),
    report: (report) => reports.set(report.id, {...report, shown: [...report.shown]}),
  });
  engine.update(cells);
  const ofCode = ({kind}: Cell, i: number) => kind === "code" && !kit[i]!.refused;
  const shown = () =>
    cells.filter(ofCode).map(({id, text}) => [text, (reports.get(id)?.shown ?? []).map(ours)]);
  const expected = cells.flatMap((cell, i) =>
    ofCode(cell, i) ? [[cell.text, kit[i]!.shown!.map(theirs)]] : [],
  );
  await expect.poll(shown).toEqual(expected);
  expect(expected.length).toBeGreaterThan(50);
});
