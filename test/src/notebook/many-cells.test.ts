/** What a change of one cell costs in a notebook of many: counted, not timed. */
import {expect, test} from "vitest";
import {cellCompletions} from "../../../src/notebook/cell-completions.js";
import {graphProblems} from "../../../src/notebook/cell-graph.js";
import {type Cell, withCell, withCellFolded} from "../../../src/notebook/notebook.js";
import {NotebookMemory} from "../../../src/notebook/notebook-memory.js";

const count = 200;

/** Cells that tell of each time when their text is read. */
function watchedCells() {
  const read: number[] = [];
  const cells = Array.from({length: count}, (_, i): Cell => {
    const id = i + 1;
    const text = `const x${id} = ${id};`;
    return Object.defineProperty({id, kind: "code", text}, "text", {
      enumerable: true,
      get() {
        read.push(id);
        return text;
      },
    });
  });
  return {cells, read};
}

test("names to be offered are read of the cells that have changed", async () => {
  const {cells, read} = watchedCells();
  const names = async (of: readonly Cell[]) =>
    (await cellCompletions(1, of)).map((each) => each.name);
  expect((await names(cells)).filter((name) => /^x\d+$/.test(name))).toHaveLength(count - 1);
  expect(new Set(read).size).toBe(count - 1);
  const folded = withCellFolded({title: "", cells}, 7, true);
  const changed = withCell(folded, 50, {text: "const other = 1;"});
  expect(changed.cells.filter((cell, i) => cell !== cells[i]).map(({id}) => id)).toEqual([7, 50]);
  read.length = 0;
  const now = await names(changed.cells);
  expect(now).toContain("other");
  expect(now).not.toContain("x50");
  expect(read).toEqual([]); // of the others
});

test("to keep a notebook, only a cell that has changed is written and asked how to undo", () => {
  const {cells, read} = watchedCells();
  const asked: number[] = [];
  const historyOf = (id: number) => {
    asked.push(id);
    return {of: id};
  };
  const memory = new NotebookMemory(historyOf, 200_000);
  const first = memory.of({title: "t", cells});
  expect(asked).toHaveLength(count);
  expect(first.history).toEqual(cells.map(({id}) => ({of: id})));
  asked.length = 0;
  const changed = withCell({title: "t", cells}, 50, {text: "const other = 1;"});
  memory.changed(50);
  read.length = 0;
  const {text} = memory.of(changed);
  expect([asked, read]).toEqual([[50], []]);
  expect(text.split("\n// %%\n")).toHaveLength(count + 1);
  expect(text).toContain("// %%\nconst other = 1;\n// %%\nconst x51 = 51;");
});

test("where there is no room for all, the cells that changed last can be undone", () => {
  const cells = Array.from({length: 10}, (_, i): Cell => ({id: i + 1, kind: "code", text: ""}));
  const kept = "x".repeat(98); // 100 characters as JSON
  const memory = new NotebookMemory(() => kept, 360);
  for (const id of [3, 9, 3, 7, 4]) memory.changed(id);
  const {history} = memory.of({title: "t", cells});
  const ids = (history as unknown[]).flatMap((each, i) => (each === null ? [] : [i + 1]));
  expect(ids).toEqual([3, 4, 7]);
  expect(JSON.stringify(history).length).toBeLessThanOrEqual(360);
});

test("what waits for itself is found as by looking from each cell, in whatever tangle", () => {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 300; round++) {
    const size = 2 + draw(9);
    const cells = Array.from({length: size}, (_, i) => ({
      id: i + 1,
      defines: [`x${i + 1}`],
      uses: Array.from({length: draw(3)}, () => 1 + draw(size))
        .filter((id) => id !== i + 1)
        .map((id) => `x${id}`),
    }));
    const reached = (from: number, seen = new Set<number>()): ReadonlySet<number> => {
      for (const name of cells[from - 1]!.uses) {
        const to = Number(name.slice(1));
        if (!seen.has(to)) reached(to, seen.add(to));
      }
      return seen;
    };
    const waiting = cells.map(({id}) => id).filter((id) => reached(id).has(id));
    expect([...graphProblems(cells).keys()].toSorted((a, b) => a - b)).toEqual(waiting);
  }
});
