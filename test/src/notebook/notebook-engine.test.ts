import {describe, expect, test} from "vitest";
import type {Cell} from "../../../src/notebook/notebook.js";
import {NotebookEngine} from "../../../src/notebook/notebook-engine.js";
import type {CellReport, Shown} from "../../../src/notebook/shown.js";
import {parsers, Runtime} from "./engine-packages.js";

/** A notebook whose cells are called by letters: a is the first. */
class Desk {
  readonly reports = new Map<number, CellReport>();
  readonly begun: number[] = [];
  readonly needs: string[] = [];
  readonly engine = new NotebookEngine({
    Runtime,
    parsers,
    imported: async (name, names) => ({name, names, default: 1, double: (x: number) => 2 * x}),
    report: (report) => this.reports.set(report.id, report),
    graph: (cells) => this.needs.push(cells.map(({id, needs}) => `${id}: ${needs}`).join("; ")),
    begins: (id) => this.begun.push(id),
  });
  cells: Cell[] = [];

  put(...texts: string[]): this {
    this.cells = texts.map((text, i) => ({
      id: i + 1,
      kind: text.startsWith("#") ? "text" : "code",
      text,
    }));
    this.engine.update(this.cells);
    return this;
  }

  shown(id: number): readonly Shown[] {
    return this.reports.get(id)?.shown ?? [];
  }

  text(id: number): string {
    return this.shown(id)
      .map((each) => ("text" in each ? each.text : each.kind))
      .join(" | ");
  }

  async says(id: number, text: string | RegExp): Promise<void> {
    const poll = expect.poll(() => this.text(id), {interval: 5});
    await (typeof text === "string" ? poll.toBe(text) : poll.toMatch(text));
  }
}

describe("a notebook that runs", () => {
  test("forgets a cell that is deleted, also one of text", async () => {
    const desk = new Desk().put("# It is ${a}", "const a = 1");
    await desk.says(1, "# It is 1");
    desk.reports.clear();
    desk.put();
    desk.put("1 + 1");
    await desk.says(1, "2");
    expect(desk.reports.size).toBe(1);
  });

  test("runs the others where one cell says what only a module may", async () => {
    const desk = new Desk().put("import.meta.url", "({a: 1}).a + 1");
    await desk.says(1, /import\.meta/);
    await desk.says(2, "2");
  });

  test("computes what depends on a change, in whatever order it stands, and nothing else", async () => {
    const desk = new Desk().put("a + b", "const a = 1", "const b = 2");
    await desk.says(1, "3");
    expect(desk.begun.splice(0).toSorted()).toEqual([1, 2, 3]);
    desk.put("a + b", "const a = 10", "const b = 2");
    await desk.says(1, "12");
    expect(desk.begun).toEqual([2, 1]);
  });

  test("tells who needs whom when names have changed, and not with every change", () => {
    const desk = new Desk().put("a + b", "const a = 1", "const b = 2");
    desk.put("a + b + 1", "const a = 10", "const b = 2");
    expect(desk.needs).toEqual(["1: 2,3; 2: ; 3: "]);
    desk.put("a + b", "const a = b", "const b = 2");
    desk.put("a + b", "const a = 1", "const b = a");
    expect(desk.needs.slice(1)).toEqual(["1: 2,3; 2: 3; 3: ", "1: 2,3; 2: ; 3: 2"]);
  });

  test("shows what a cell displays, or else its value", async () => {
    const desk = new Desk().put(
      'display("one"); display([2, {x: 3}]);',
      "display(1) + 1",
      "const x = 5",
      "x + 1",
      "view(Inputs.range([0, 1]))",
    );
    await desk.says(1, 'one | [2,{"x":3}]');
    await desk.says(2, "1");
    await desk.says(4, "6");
    await expect.poll(() => desk.shown(5).map(({kind}) => kind)).toEqual(["input"]);
    await expect.poll(() => desk.reports.get(3)?.state).toBe("done");
    expect(desk.shown(3)).toEqual([]);
  });

  test("draws anew with every value of a generator, and ends it when it is replaced", async () => {
    Object.assign(globalThis, {ended: 0});
    const loop =
      "const step = (async function* () { try { for (let i = 1; i <= 30; i++) yield i; } finally { globalThis.ended++; } })()";
    const desk = new Desk().put(loop, "step * 2", "# at ${step}");
    await desk.says(2, "60");
    await desk.says(3, "# at 30");
    const endless = loop.replace("i <= 30", "true");
    desk.put(endless, "step * 2", "# at ${step}");
    await desk.says(2, /^\d{3,}$/); // beyond where the first one ended
    Object.assign(globalThis, {ended: 0});
    desk.put("const step = 7", "step * 2", "# at ${step}");
    await desk.says(2, "14");
    await expect.poll(() => Reflect.get(globalThis, "ended")).toBe(1);
  });

  test("tells a cell that it is over: invalidation frees what it holds", async () => {
    Object.assign(globalThis, {freed: [] as number[]});
    const cell = "const t = {n}; invalidation.then(() => freed.push(n))";
    const desk = new Desk().put("const n = 1", cell, "t.n");
    await desk.says(3, "1");
    desk.put("const n = 2", cell, "t.n");
    await desk.says(3, "2");
    expect(Reflect.get(globalThis, "freed")).toEqual([1]);
  });

  test("has inputs whose value is that of the cell", async () => {
    const desk = new Desk().put(
      'const beta = view(Inputs.range([0, 4], {label: "beta", value: 1}))',
      "beta * 10",
      'const kind = view(Inputs.select(["vae", "gan"]))',
      "kind",
    );
    await desk.says(2, "10");
    await desk.says(4, "vae");
    const [input] = desk.shown(1);
    expect(input).toMatchObject({
      control: {type: "range", label: "beta", min: 0, max: 4, value: 1},
    });
    const select = desk.shown(3)[0];
    desk.engine.set(1, input?.kind === "input" ? input.input : 0, 2.5);
    desk.engine.set(3, select?.kind === "input" ? select.input : 0, 1);
    await desk.says(2, "25");
    await desk.says(4, "gan");
  });

  test("imports by name, for all cells", async () => {
    const desk = new Desk().put('import {double as twice} from "x"', "twice(4)");
    await desk.says(2, "8");
  });

  test("waits for promises", async () => {
    const desk = new Desk().put(
      "const a = Promise.resolve(3)",
      "a + 1",
      "await Promise.resolve(9)",
    );
    await desk.says(2, "4");
    await desk.says(3, "9");
    await desk.put('eval("1 + 2")').says(1, "3");
  });
});

describe("errors of a notebook", () => {
  const failure = (desk: Desk, id: number) => desk.shown(id).find(({kind}) => kind === "error");

  test("have the line of the cell", async () => {
    const desk = new Desk().put(
      "const a = 1;\n\nnull.x",
      "const a = ;",
      "\n\nthrow new RangeError('far')",
    );
    await desk.says(1, /TypeError: .*null/);
    expect(failure(desk, 1)).toMatchObject({line: 3});
    await desk.says(2, /Unexpected token/);
    expect(failure(desk, 2)).toMatchObject({line: 1});
    await desk.says(3, "RangeError: far");
    expect(failure(desk, 3)).toMatchObject({line: 3});
  });

  test("say which name is missing, defined twice, or waits for itself", async () => {
    const desk = new Desk().put(
      "nobody + 1",
      "const a = 1",
      "const a = 2",
      "a",
      "const b = c",
      "const c = b",
    );
    await desk.says(1, "nobody is not defined: no cell defines it.");
    await desk.says(2, "a is defined in cells 2 and 3. Rename all but one.");
    await desk.says(4, "a cannot be had: a is defined in cells 2 and 3. Rename all but one.");
    await desk.says(5, /^These cells wait for each other/);
    desk.put("nobody + 1", "const a = 1", "const nobody = 2", "a", "const b = 1", "const c = b");
    await desk.says(1, "3");
    await desk.says(4, "1");
    await expect.poll(() => desk.reports.get(6)?.state).toBe("done");
  });

  test("of one cell are told by those that need it, and go when it is mended", async () => {
    const desk = new Desk().put("const a = missing.x", "a");
    await desk.says(2, /^a cannot be had: .*missing is not defined/);
    desk.put("const a = 4", "a");
    await desk.says(2, "4");
  });

  test("leave what a cell has shown before", async () => {
    const desk = new Desk().put("display(1); throw new Error('then this')");
    await desk.says(1, "1 | Error: then this");
  });
});

describe("what is shown", () => {
  test("of pictures, curves and drawings is plain data", async () => {
    const desk = new Desk().put(
      "pictures([0, 0.5, 1, 2], {width: 2, height: 1, columns: 5})",
      "curves({loss: [3, 2, 1]}, {label: 'falling'})",
      "svg`<circle r=${[1, 2]}/>`",
    );
    await expect
      .poll(() => desk.shown(1)[0])
      .toMatchObject({
        count: 2,
        width: 2,
        height: 1,
        channels: 1,
        columns: 2,
        bytes: new Uint8Array([0, 128, 255, 255]),
      });
    await expect
      .poll(() => desk.shown(2)[0])
      .toEqual({
        kind: "curves",
        label: "falling",
        lines: [{name: "loss", values: [3, 2, 1]}],
      });
    await desk.says(
      3,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle r=12/></svg>',
    );
  });

  test.for([
    ["pictures(3)", "TypeError: invalid pictures: 3 (a tensor, or a list of numbers)"],
    ["pictures([1, 2, 3], {width: 2, height: 1})", /invalid pictures: \[1.5,1,2,1\]/],
    [
      "pictures(Array(20000).fill(0), {width: 1, height: 1000, columns: 1})",
      /invalid columns: 1 make a sheet of 1 × 20000 pixels \(at most 16384 on a side\)/,
    ],
    ["svg`<use href='#a'/>`", /invalid drawing: <use> \(svg, g, path/],
    ["curves([1])", /invalid curves: \[1\] \(lists by name/],
    ["view(3)", /view takes an input/],
    ["Inputs.range([1, 0])", /invalid range: \[1, 0\]/],
  ] as const)("of a mistake is the legal set: %s", async ([code, said]) => {
    await new Desk().put(code).says(1, said);
  });
});

test("an edit of a light cell among 200 costs little", async () => {
  const texts = Array.from({length: 200}, (_, i) =>
    i === 0 ? "const x0 = 1" : `const x${i} = x0 + ${i}`,
  );
  const desk = new Desk().put(...texts);
  await expect.poll(() => desk.reports.get(200)?.state, {interval: 5}).toBe("done");
  const start = process.cpuUsage();
  for (let k = 0; k < 10; k++)
    desk.put(...texts.with(100, `const x100 = x0 + ${k}; display(x100)`));
  expect(process.cpuUsage(start).user / 10).toBeLessThan(50_000);
  await desk.says(101, "10");
});
