import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {codeTree} from "../../../src/editor/code-tree.js";
import {cellCode, textCode} from "../../../src/notebook/cell-code.js";
import type {Cell} from "../../../src/notebook/notebook.js";
import {readScript} from "../../../src/notebook/notebook-script.js";
import {definedNames, withNameChanged} from "../../../src/notebook/rename-name.js";
import {parsers} from "./engine-packages.js";

/** Those that begin with # are texts. */
const cellsOf = (...texts: string[]): Cell[] =>
  texts.map((text, i) => ({id: i + 1, kind: text.startsWith("#") ? "text" : "code", text}));
const change = (from: string, to: string, ...texts: string[]) =>
  withNameChanged(cellsOf(...texts), from, to, codeTree).map(({text}) => text);

describe("a name changed", () => {
  test("changes in code and in the values of a text, and not in words", () => {
    expect(
      change("a", "b", "const a = 1; // a", "a + x.a + 'a'", "# a: ${a * 2}, ${`${a}`} a"),
    ).toEqual(["const b = 1; // a", "b + x.a + 'a'", "# a: ${b * 2}, ${`${b}`} a"]);
  });

  test.for([
    // what a function, a block, a loop, a class or a type has of its own
    ["(a) => a + 1", "(a) => a + 1"],
    ["function f({a}, ...c) { return a; }", "function f({a}, ...c) { return a; }"],
    ["function f(c = a) { var a = 1; { a; } }", "function f(c = a) { var a = 1; { a; } }"],
    ["{ const a = 2; a; } a", "{ const a = 2; a; } b"],
    ["for (const a of a) a;", "for (const a of a) a;"],
    ["for (let a = 0; a < 3; a++) a; a", "for (let a = 0; a < 3; a++) a; b"],
    ["for (var a of x) a; a", "for (var a of x) a; a"],
    ["{ var a = 1; } a", "{ var a = 1; } a"],
    ["try { a } catch (a) { a }", "try { b } catch (a) { a }"],
    ["switch (a) { case a: let x = a }", "switch (b) { case b: let x = b }"],
    ["const f = function a() { a(); }; a", "const f = function a() { a(); }; b"],
    [
      "class X { a = a; #a = 1; a() { return this.#a + a; } }",
      "class X { a = b; #a = 1; a() { return this.#a + b; } }",
    ],
    ["function f<a>(x: a): a { return x as a; }", "function f<a>(x: a): a { return x as a; }"],
    ["type F = (a: number) => typeof a;", "type F = (a: number) => typeof a;"],
    // what is a field, a label, a module's name
    ["({a: 1}).a", "({a: 1}).a"],
    ["a: for (;;) break a;", "a: for (;;) break a;"],
    ["import {a as c} from 'x'; c", "import {a as c} from 'x'; c"],
    // what stands for more than itself
    ["f({a, c: a})", "f({a: b, c: b})"],
    ["f({/* why */ a, c})", "f({/* why */ a: b, c})"],
    ["({a: 1, ['a']: 2, [a]: 3})", "({a: 1, ['a']: 2, [b]: 3})"],
    [
      "f({a() { return a; }, get c() { return a; }})",
      "f({a() { return b; }, get c() { return b; }})",
    ],
    // types
    ["const x: typeof a = a as a.b<a>;", "const x: typeof b = b as b.b<b>;"],
    ["let y = <const>a; y satisfies a;", "let y = <const>b; y satisfies b;"],
    ["tag`x ${a} a ${`${a}`}`", "tag`x ${b} a ${`${b}`}`"],
    ["new a(a?.a, ...a)", "new b(b?.a, ...b)"],
  ] as const)("leaves alone or takes with it: %s", ([code, expected]) => {
    expect(change("a", "b", "const a = 1", code)[1]).toBe(expected);
  });

  test.for([
    ["import {a} from 'x'", "import {a as b} from 'x'"],
    ["import {c as a} from 'x'", "import {c as b} from 'x'"],
    ["import a, {c} from 'x'", "import b, {c} from 'x'"],
    ["import * as a from 'x'", "import * as b from 'x'"],
    ["const {a} = x", "const {a: b} = x"],
    ["const {a = 1, ...c} = x", "const {a: b = 1, ...c} = x"],
    ["const {c: [a], ...d} = x", "const {c: [b], ...d} = x"],
    ["let a = 1; [a] = [2]; ({a} = x);", "let b = 1; [b] = [2]; ({a: b} = x);"],
    ["function a(c) { return a(c); }", "function b(c) { return b(c); }"],
    [
      "class a extends X<a> { c(): a { return new a(); } }",
      "class b extends X<b> { c(): b { return new b(); } }",
    ],
    ["interface a { c: a }", "interface b { c: b }"],
  ] as const)("changes where it is defined: %s", ([code, expected]) => {
    expect(change("a", "b", code)[0]).toBe(expected);
  });

  test.for([
    ["c", "b", "no cell defines c: put the caret on a name that one does"],
    ["a", "2b", /^2b cannot be a name \(letters/],
    ["a", "class", /^class cannot be a name/],
    ["a", "display", /^display cannot be a name/],
    ["a", "d", "d is a name in cell 2 already, in line 2"],
    ["a", "Math", "Math is a name in cell 2 already, in line 2"],
    ["a", "inner", "cell 3 has a inner of its own where it uses a, in line 1"],
    ["d", "b", "cell 4 cannot be read from line 2 on, and may mean d: mend it first"],
  ] as const)("is refused: %s as %s", ([from, to, why]) => {
    const cells = [
      "const a = 1",
      "\nconst d = Math.exp(a)",
      "(inner) => a + inner",
      "d\nconst = 3 +",
    ];
    expect(() => change(from, to, ...cells)).toThrow(why);
  });
});

/** What the engine, which reads code by another parser, makes of a cell. */
function readByEngine({kind, text}: Cell) {
  const {defines, uses} = (kind === "code" ? cellCode : textCode)(text, parsers);
  return {defines: [...defines].toSorted(), uses: [...uses].toSorted()};
}

const folder = new URL("../../../src/notebook/examples/", import.meta.url);

describe.for(readdirSync(folder))("every name of %s", (file) => {
  const {cells} = readScript(readFileSync(new URL(file, folder), "utf8"));

  test("is known as the engine knows it", () => {
    const known = cells.flatMap((cell) => readByEngine(cell).defines);
    expect(definedNames(cells, codeTree).toSorted()).toEqual(known.toSorted());
  });

  test("can be changed, and the engine sees that name changed and no other", () => {
    for (const name of definedNames(cells, codeTree)) {
      const changed = withNameChanged(cells, name, "fresh_1", codeTree);
      const renamed = (names: readonly string[]) =>
        names.map((each) => (each === name ? "fresh_1" : each)).toSorted();
      for (const [i, cell] of cells.entries()) {
        const {defines, uses} = readByEngine(cell);
        expect(readByEngine(changed[i]!)).toEqual({defines: renamed(defines), uses: renamed(uses)});
      }
    }
  });
});
