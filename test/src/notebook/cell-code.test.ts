import {describe, expect, test} from "vitest";
import {cellCode, importer, textCode} from "../../../src/notebook/cell-code.js";
import {graphProblems, needsOf} from "../../../src/notebook/cell-graph.js";
import {parsers} from "./engine-packages.js";

const read = (code: string) => cellCode(code, parsers);
const run = (code: string, values: Readonly<Record<string, unknown>> = {}) => {
  const {body} = read(code);
  const AsyncFunction = (async () => {}).constructor as new (...texts: string[]) => unknown;
  const made = new AsyncFunction(...Object.keys(values), body) as (
    ...args: unknown[]
  ) => Promise<unknown>;
  return made(...Object.values(values));
};

describe("the names of a cell", () => {
  test.for([
    ["a", [], ["a"]],
    ["const b: number = a + 1;", ["b"], ["a"]],
    ["let {x, y: [z, ...rest]} = a, {w = v} = u;", ["x", "z", "rest", "w"], ["a", "v", "u"]],
    [
      "function f(x, {y} = d) { var t = x; return t + y + g + arguments.length; }",
      ["f"],
      ["d", "g"],
    ],
    ["for (let i = 0; i < n; i++) display(i);", [], ["n", "display"]],
    ["for (const x of xs) { var last = x; }", [], ["xs"]],
    ["for (var i = 0; i < 3; i++) f(i); var last = i;", ["last"], ["f"]],
    ["{ let a = 1; b(a) } a", [], ["b", "a"]],
    ["try { f() } catch (error) { log(error) }", [], ["f", "log"]],
    ["class A extends B { c = d; e() { return A; } [f]() {} }", ["A"], ["B", "d", "f"]],
    ["const g = function h() { return h; }", ["g"], []],
    ["o.p.q[r]; ({s, t: u, [v]: 1})", [], ["o", "r", "s", "u", "v"]],
    ["loop: while (x) { break loop; }", [], ["x"]],
    ["import {a as b, c} from 'from-noise'; import * as d from 'd3'", ["b", "c", "d"], []],
    ["const f = (a: Later): Later => a as Later; type Later = {x: number};", ["f"], []],
    ["switch (a) { case 1: let b = 2; c(b) }", [], ["a", "c"]],
    ["const f = ([a, {b}], ...c) => a + b + c + e", ["f"], ["e"]],
    ["new.target", [], []],
  ] as const)("%s", ([code, defines, uses]) => {
    if (code === "new.target") return expect(() => read(code)).toThrow(SyntaxError);
    const names = read(code);
    expect([names.defines, names.uses]).toEqual([[...defines], [...uses]]);
  });
});

describe("a cell as a function", () => {
  test("gives nothing of an expression with a semicolon, as in Notebook Kit", async () => {
    expect(await run("a;", {a: 4})).toBeUndefined();
    expect(await run("({a}); // words", {a: 4})).toBeUndefined();
  });

  test("gives an expression's value", async () => {
    expect(await run("// a sum\n  a + 1 // done\n", {a: 2})).toBe(3);
    expect(await run("await a", {a: Promise.resolve(4)})).toBe(4);
    expect(await run("({a})", {a: 4})).toEqual({a: 4});
    expect(await run("(1, a) // twice", {a: 4})).toBe(4);
    expect(await run("{x: 1}.x ?? 1".replace("{x: 1}.x", "({x: 1}).x"))).toBe(1);
  });

  test("gives an object that stands alone, as in Notebook Kit, and nothing of a block", async () => {
    expect(await run("{a}", {a: 4})).toEqual({a: 4});
    expect(await run("\n{a: 1 as number, b: [a]} // words", {a: 4})).toEqual({a: 1, b: [4]});
    expect(await run("{}")).toEqual({});
    expect(await run("{ const b = a; b }", {a: 4})).toBeUndefined();
    expect(() => read("{}); evil(); ({}")).toThrow(SyntaxError);
  });

  test("gives the names that it defines", async () => {
    expect(await run("const a: number = 1; function f() { return a; }")).toMatchObject({a: 1});
  });

  test("keeps its lines", () => {
    const code = 'import {\n  a,\n  b as c,\n} from "from-noise";\nconst x = 1;\nthrow x;';
    const {body} = read(code);
    expect(body.split("\n")[5]).toBe("throw x;");
    expect(read("\n\n// why\nx").body.split("\n")[3]).toBe("return (x");
  });

  test("imports by one function, at the top and in the midst", async () => {
    const asked: unknown[] = [];
    const imported = async (...args: unknown[]) => {
      asked.push(args);
      return {default: 0, a: 1, b: 2};
    };
    const code =
      'import z, {a, b as c} from "x"; import * as y from "y"; import "w"; const v = await import("u");';
    const found = await run(code, {[importer]: imported});
    expect(found).toMatchObject({z: 0, a: 1, c: 2, y: {b: 2}, v: {a: 1}});
    expect(asked).toEqual([["x", ["default", "a", "b"]], ["y"], ["w", []], ["u"]]);
    expect(await run('import("u")', {[importer]: imported})).toMatchObject({a: 1});
  });

  test("keeps an import that only other cells use", () => {
    expect(read('import {a} from "from-noise"').defines).toEqual(["a"]);
  });

  test.for([
    ["const a = ;", /\(1:11\)$/],
    ["let a = 1;\nb = a;", /^b is not declared in this cell.*\(2:1\)$/],
    ["1;\n2;\nexport const a = 1;", /^a cell exports nothing.*\(3:1\)$/],
    ["x++", /^x is not declared/],
    ["[a, b] = [b, a]", /^a is not declared/],
    ["}); evil(); (() => {", /./],
    ["return 1", /'return' outside of function/],
  ] as const)("refuses %s", ([code, why]) => {
    expect(() => read(code)).toThrow(why);
    expect(() => read(code)).toThrow(SyntaxError);
  });
});

describe("a cell of text", () => {
  const text = (markdown: string) => textCode(markdown, parsers);

  test("has values in it", () => {
    const {uses, body} = text("Loss ${loss.toFixed(2)} after ${`${step}`} steps, $x^2$");
    expect(uses).toEqual(["loss", "step"]);
    expect(body).toContain('["Loss "," after "," steps, $x^2$"]');
  });

  test("says which is not closed", () => {
    const escaped = "\\${a} $\\{a} \\\\${b} \\n";
    expect(text(escaped).uses).toEqual(["b"]);
    expect(text(escaped).body).toContain(JSON.stringify(["${a} ${a} \\\\", " \\n"]));
    expect(() => text("a ${b c}")).toThrow("a } is missing after ${b");
  });
});

describe("the graph of cells", () => {
  const cells = (...codes: string[]) => codes.map((code, i) => ({id: 10 * (i + 1), ...read(code)}));

  test("is sound where every name has one cell, and none waits for itself", () => {
    expect(graphProblems(cells("a + b", "const a = b", "const b = 1")).size).toBe(0);
  });

  test("says who defines a name twice", () => {
    const problems = graphProblems(cells("const a = 1", "a", "let a = 2", "function a() {}"));
    expect([...problems.keys()]).toEqual([10, 30, 40]);
    expect(problems.get(30)).toBe("a is defined in cells 1, 3 and 4. Rename all but one.");
  });

  test("says which cells need which, for a map", () => {
    expect(needsOf(cells("const a = 1, c = 3", "a + a + c + b", "let b = a"))).toEqual([
      {id: 10, defines: ["a", "c"], needs: []},
      {id: 20, defines: [], needs: [10, 30]},
      {id: 30, defines: ["b"], needs: [10]},
    ]);
  });

  test("says how cells wait for each other", () => {
    const problems = graphProblems(cells("const a = c", "const b = a", "const c = b", "c"));
    expect([...problems.keys()]).toEqual([10, 20, 30]);
    expect(problems.get(20)).toBe(
      "These cells wait for each other: cell 2 needs a, cell 1 needs c, cell 3 needs b, which is in cell 2. Take one of these names out.",
    );
  });

  test("of 200 cells in a row is no work", () => {
    const many = cells(...Array.from({length: 200}, (_, i) => `const x${i} = x${i + 1}`));
    const start = process.cpuUsage();
    expect(graphProblems(many).size).toBe(0);
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
  });
});
