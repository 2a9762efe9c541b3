import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {codeTree} from "../../../src/editor/code-tree.js";
import {formatted, movedCaret} from "../../../src/editor/format-code.js";
import {readScript} from "../../../src/notebook/notebook-script.js";

describe("code that is formatted", () => {
  test("is indented as it is nested", () => {
    const code =
      "const a = {\n b: [\n1,\n      2,\n],\n};\n\tfor (const x of a.b)\nfor (;;) {\n  f(\nx,\n(y) => {\nreturn y;\n},\n);\n}\n";
    expect(formatted(code)).toBe(
      "const a = {\n  b: [\n    1,\n    2,\n  ],\n};\nfor (const x of a.b)\n  for (;;) {\n    f(\n      x,\n      (y) => {\n        return y;\n      },\n    );\n  }",
    );
  });

  test("has one empty line where there were more, and no blanks at its ends", () => {
    expect(formatted("\n\na;  \n\n \t\n\nb; // c  \n\n")).toBe("a;\n\nb; // c");
  });

  test("keeps texts of several lines as they are", () => {
    const code = "f(`a  \n\n\n   \u0024{x}  \n b`);\n/* c  \n\n\n  d */\ng();";
    expect(formatted(code)).toBe(code);
  });

  test("is refused where it cannot be read, by line", () => {
    expect(() => formatted("a;\nconst = ;\n")).toThrow(
      "line 2 cannot be read: mend it, then format",
    );
  });
});

test("the caret stays behind the same character", () => {
  const [before, after] = ["f(\na,\n      b)", "f(\n  a,\n  b)"];
  for (const each of ["f", "a", "b"])
    expect(after[movedCaret(before, after, before.indexOf(each) + 1) - 1]).toBe(each);
  expect(movedCaret(before, after, before.length)).toBe(after.length);
  expect(movedCaret("  a", "a", 1)).toBe(0);
});

/** What is written, without blanks and line ends between it. */
function tokensOf(code: string): string[] {
  const tokens: string[] = [];
  const visit = (node: ReturnType<typeof codeTree>) => {
    if (!node.firstChild) tokens.push(code.slice(node.from, node.to));
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(codeTree(code));
  return tokens;
}

const folder = new URL("../../../src/notebook/examples/", import.meta.url);

test.for(readdirSync(folder))("%s keeps every token, and is formatted once", (file) => {
  const {cells} = readScript(readFileSync(new URL(file, folder), "utf8"));
  for (const {kind, text} of cells) {
    if (kind === "text") continue;
    for (const code of [text, text.replaceAll(/^ +/gm, ""), text.replaceAll("\n", "\n\n\n  ")]) {
      if (code !== text && code.includes("`")) continue; // another text, then
      const now = formatted(code);
      expect(tokensOf(now)).toEqual(tokensOf(code));
      expect(formatted(now)).toBe(now);
    }
  }
});
