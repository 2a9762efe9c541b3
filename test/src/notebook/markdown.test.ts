import {describe, expect, test} from "vitest";
import {blocksOf, spansOf} from "../../../src/notebook/markdown.js";

describe("Markdown of a notebook", () => {
  test("has blocks", () => {
    const text =
      "# One\ntwo\nlines\n\n- a\n- b\n  c\n\n1. x\n2. y\n\n```ts\n# no heading\n\nx\n```\n$$\ny\n$$\n#### Deep";
    expect(blocksOf(text)).toEqual([
      {kind: "heading", level: 1, spans: [{kind: "plain", text: "One"}]},
      {kind: "paragraph", spans: [{kind: "plain", text: "two lines"}]},
      {
        kind: "list",
        isNumbered: false,
        items: [[{kind: "plain", text: "a"}], [{kind: "plain", text: "b c"}]],
      },
      {
        kind: "list",
        isNumbered: true,
        items: [[{kind: "plain", text: "x"}], [{kind: "plain", text: "y"}]],
      },
      {kind: "code", text: "# no heading\n\nx"},
      {kind: "formula", text: "y"},
      {kind: "heading", level: 3, spans: [{kind: "plain", text: "Deep"}]},
    ]);
  });

  test("has marks in a line", () => {
    const spans = spansOf("a `b*` *c* **d** $e_1$ [f](https://x.test/a) \\*g\\* h");
    expect(spans.map((span) => `${span.kind}:${span.text}`)).toEqual([
      ...["plain:a ", "code:b*", "plain: ", "emphasis:c", "plain: ", "strong:d", "plain: "],
      ...["formula:e_1", "plain: ", "link:f", "plain: *g* h"],
    ]);
  });

  test("has fences that stand alone, or in one line, or have no end", () => {
    expect(blocksOf("$$a$$\n$$\nb $$ c\n$$  \n$$ d")).toEqual([
      {kind: "formula", text: "a"},
      {kind: "formula", text: "b $$ c"},
      {kind: "paragraph", spans: [{kind: "plain", text: "$$ d"}]},
    ]);
    expect(blocksOf("```\n```\n```js\nx").map(({kind}) => kind)).toEqual(["code", "paragraph"]);
  });

  test.for([
    ...[
      "```a\n",
      "```\n$$\n",
      "$$ a\n",
      "[",
      "[a](http://x",
      "![a](",
      "*a **b ",
      "`a",
      "$a \\",
      "# ",
    ],
    ...["- ", "\n- ", "\n \n", "\\", "a\n"],
  ])("takes no longer than its text, of whatever marks: %j", (mark) => {
    for (const text of [mark.repeat(200_000 / mark.length), `a${" ".repeat(200_000)}b`]) {
      const start = process.cpuUsage();
      blocksOf(text);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    }
  });

  test.for([
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x)",
    "![x](https://x.test/)".slice(1).replace("https", "ftp"),
    "<img src=x onerror=alert(1)>",
  ])("has no HTML and no other address: %s", (text) => {
    expect(spansOf(text)).toEqual([{kind: "plain", text}]);
  });
});
