import {expect, test} from "vitest";
import {findInCells} from "../../../src/notebook/find-in-cells.js";
import type {Cell} from "../../../src/notebook/notebook.js";

const cells: Cell[] = [
  {id: 7, kind: "code", text: "const Loss = 1;\n\n  return Loss + loss;"},
  {id: 3, kind: "text", text: "# The loss of İstanbul: loss"},
];

test("a text is found in all cells, in their order, with cell and line", () => {
  const found = findInCells(cells, "loss");
  expect(found.map(({id, number, line}) => [id, number, line])).toEqual([
    [7, 1, 1],
    [7, 1, 3],
    [7, 1, 3],
    [3, 2, 1],
    [3, 2, 1],
  ]);
  for (const {id, from, to} of found)
    expect(cells.find((cell) => cell.id === id)!.text.slice(from, to)).toMatch(/^loss$/i);
  expect(found[2]!.excerpt).toEqual(["return Loss + ", "loss", ";"]);
});

test("capitals find nothing but themselves", () => {
  expect(findInCells(cells, "Loss")).toHaveLength(2);
});

test("nothing is found of nothing, and no more than is asked for", () => {
  expect(findInCells(cells, "")).toEqual([]);
  expect(findInCells(cells, "o", 3)).toHaveLength(3);
});

test("places do not overlap, and what is far from them is cut", () => {
  const long: Cell[] = [{id: 1, kind: "code", text: `${"x".repeat(50)}aaaa${"y".repeat(50)}`}];
  const found = findInCells(long, "aa");
  expect(found.map(({from}) => from)).toEqual([50, 52]);
  expect(found[0]!.excerpt).toEqual([`…${"x".repeat(40)}`, "aa", `aa${"y".repeat(38)}…`]);
});
