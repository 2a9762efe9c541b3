import {describe, expect, test} from "vitest";
import {
  cellLimit,
  type Notebook,
  notebookOf,
  withCellFolded,
  withCellMoved,
  withNewCell,
  withoutCell,
} from "../../../src/notebook/notebook.js";
import {readHtml, writeHtml} from "../../../src/notebook/notebook-html.js";
import {readIpynb, writeIpynb} from "../../../src/notebook/notebook-ipynb.js";
import {linkLimit, readLink, writeLink} from "../../../src/notebook/notebook-link.js";
import {readScript, writeScript} from "../../../src/notebook/notebook-script.js";

/** What is hard to carry: each format's own marks, empty lines, other writings. */
const texts = [
  "const a = 1;",
  "",
  "\n\n  indented\n\n",
  "// %% a marker?\n// %%\n// \\%% and one with a backslash\n// %% [markdown]",
  "const end = '</script>' + '<\\/script >' + '</SCRIPT>';",
  "é 图 😀 \u2028 $x^2$ `code` ${a}",
  "// title: not the title",
  "<notebook> & <title>x</title>",
];
const hard: Notebook = notebookOf(
  "A < B & C",
  texts.flatMap((text) => [
    {kind: "code", text},
    {kind: "text", text},
  ]),
);

/** Each second cell of code is folded. */
const folded = hard.cells
  .filter(({kind}, i) => kind === "code" && i % 4 === 0)
  .reduce((notebook, {id}) => withCellFolded(notebook, id, true), hard);

describe("code that is folded away", () => {
  const isFoldedIn = ({cells}: Notebook) => cells.map(({isFolded = false}) => isFolded);

  test.for([
    ["a script", writeScript, readScript],
    ["a file of Notebook Kit", writeHtml, readHtml],
    ["a file of Jupyter", writeIpynb, readIpynb],
  ] as const)("is so again from %s", ([, write, read]) => {
    expect(isFoldedIn(folded).filter((each) => each)).toHaveLength(4);
    expect(isFoldedIn(read(write(folded)))).toEqual(isFoldedIn(folded));
    expect(isFoldedIn(read(write(hard)))).not.toContain(true);
  });

  test("is told in the words of each format", () => {
    const small = withCellFolded(notebookOf("one", [{kind: "code", text: "x"}]), 1, true);
    expect(writeScript(small)).toBe('// title: one\n// %% jupyter={"source_hidden": true}\nx');
    expect(writeHtml(small)).toContain('<script id="1" type="text/x-typescript">');
    const {cells} = JSON.parse(writeIpynb(small));
    expect(cells[0].metadata).toEqual({jupyter: {source_hidden: true}});
  });

  test("is seen again, and a text never folds", () => {
    const [code, text] = [folded.cells[0]!, folded.cells[1]!];
    expect(withCellFolded(folded, code.id, false).cells[0]).not.toHaveProperty("isFolded");
    expect(withCellFolded(folded, text.id, true)).toEqual(folded);
  });
});

describe("a notebook as a script", () => {
  test("comes back as it was", () => expect(readScript(writeScript(hard))).toEqual(hard));

  test("is what editors know as cells", () => {
    const small = notebookOf("two", [
      {kind: "text", text: "# Hi\n\nyou"},
      {kind: "code", text: "1 + 1"},
    ]);
    expect(writeScript(small)).toBe(
      "// title: two\n// %% [markdown]\n// # Hi\n//\n// you\n// %%\n1 + 1",
    );
  });

  test("is made of any TypeScript file", () => {
    const plain = readScript("const a = 1;\r\n// %%\r\na");
    expect(plain.cells.map(({text}) => text)).toEqual(["const a = 1;", "a"]);
  });

  test("refuses what has no cell, or too many", () => {
    expect(() => readScript("")).toThrow("invalid notebook: 0 cells (1 to 500)");
    expect(() => readScript("// %%\n".repeat(cellLimit + 1))).toThrow("501 cells");
  });
});

describe("a notebook as a file of Notebook Kit", () => {
  test("comes back as it was, but for empty lines at a cell's ends", () => {
    const cells = hard.cells.map((cell) => ({...cell, text: cell.text.replace(/^\n|\n$/g, "")}));
    const again = readHtml(writeHtml(hard));
    expect(again.title).toBe(hard.title);
    expect(again.cells.map(({text}) => text.trim())).toEqual(cells.map(({text}) => text.trim()));
    expect(readHtml(writeHtml(again))).toEqual(again);
  });

  test("has its form", () => {
    const small = notebookOf("a & b", [{kind: "code", text: "x\n\ny"}]);
    expect(writeHtml(small)).toBe(
      '<!doctype html>\n<notebook theme="air">\n  <title>a &amp; b</title>\n  <script id="1" type="text/x-typescript" pinned>\n    x\n\n    y\n  </script>\n</notebook>\n',
    );
  });

  test.for(["<script>", "<script ", "<script></script", "<title>", "</script "])(
    "takes no longer than its file, of whatever marks: %s",
    (mark) => {
      const start = process.cpuUsage();
      expect(() => readHtml(`<notebook>${mark.repeat(500_000 / mark.length)}`)).toThrow(RangeError);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    },
  );

  test("shows what it refuses, and none of it does anything", () => {
    expect(() => readHtml('<notebook><script type="a\u009b2J\u202e">x</script>')).toThrow(
      'cell 1 has the type "a\\u{9b}2J\\u{202e}"',
    );
    const file = {nbformat: 4, cells: [{cell_type: "\u009b", source: ""}]};
    expect(() => readIpynb(JSON.stringify(file))).toThrow('of the type "\\u{9b}"');
  });

  test("refuses other files and other languages", () => {
    expect(() => readHtml("<p>hello")).toThrow("no <notebook>");
    expect(() => readHtml('<notebook><script type="application/sql">x</script>')).toThrow(
      'cell 1 has the type "application/sql" (module, text/x-typescript, text/markdown)',
    );
  });
});

describe("a notebook as a file of Jupyter", () => {
  test("comes back as it was", () => expect(readIpynb(writeIpynb(hard))).toEqual(hard));

  test("has its form", () => {
    const small = notebookOf("two", [
      {kind: "text", text: "# Hi\n\nyou"},
      {kind: "code", text: ""},
    ]);
    expect(JSON.parse(writeIpynb(small))).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {title: "two", language_info: {name: "typescript"}},
      cells: [
        {cell_type: "markdown", id: "cell-1", source: ["# Hi\n", "\n", "you"]},
        {cell_type: "code", id: "cell-2", source: [], outputs: [], execution_count: null},
      ],
    });
  });

  test("is read with its text in one piece or in lines, whatever it has shown", () => {
    const cells = [
      {cell_type: "markdown", source: "# a\r\nb"},
      {cell_type: "code", source: ["1 +\n", "1"], outputs: [{output_type: "stream"}]},
    ];
    const read = readIpynb(JSON.stringify({nbformat: 4, metadata: {}, cells}));
    expect(read).toEqual(
      notebookOf("Untitled", [
        {kind: "text", text: "# a\nb"},
        {kind: "code", text: "1 +\n1"},
      ]),
    );
  });

  test.each<[refused: string, file: string]>([
    ["invalid notebook: no JSON (a file of Jupyter)", "<html>"],
    ["invalid notebook: [] (an object)", "[]"],
    ["invalid notebook: nbformat undefined (4)", "{}"],
    ["invalid notebook: nbformat 3 (4)", '{"nbformat": 3}'],
    ["invalid notebook: it has no list of cells", '{"nbformat": 4}'],
    [
      'this notebook is written in "python" (typescript, javascript)',
      '{"nbformat": 4, "metadata": {"language_info": {"name": "python"}}, "cells": []}',
    ],
    ["invalid notebook: 0 cells (1 to 500)", '{"nbformat": 4, "cells": []}'],
    [
      'cell 1 is of the type "raw" (code, markdown)',
      '{"nbformat": 4, "cells": [{"cell_type": "raw", "source": ""}]}',
    ],
    ["invalid metadata: 3 (an object)", '{"nbformat": 4, "metadata": 3, "cells": []}'],
    [
      'invalid metadata.kernelspec: "deno" (an object)',
      '{"nbformat": 4, "metadata": {"kernelspec": "deno"}, "cells": []}',
    ],
    ["invalid cell 1: null (an object)", '{"nbformat": 4, "cells": [null]}'],
    ["cell 1 has no text", '{"nbformat": 4, "cells": [{"cell_type": "code"}]}'],
  ])("is refused: %s", (refused, file) => {
    expect(() => readIpynb(file)).toThrow(refused);
  });
});

describe("a notebook as a link", () => {
  test("comes back as it was, in letters that an address may have", async () => {
    const link = await writeLink(hard);
    expect(link).toMatch(/^[\w-]+$/);
    expect(await readLink(link)).toEqual(hard);
  });

  test("refuses what was cut or is no link", async () => {
    const link = await writeLink(hard);
    for (const text of [link.slice(0, -20), "", "a b", "abc"])
      await expect(readLink(text)).rejects.toThrow(/^this link carries no/);
  });

  test("refuses what unfolds to more than a notebook, without unfolding it all", async () => {
    const bomb = await writeLink({
      title: "x",
      cells: [{id: 1, kind: "code", text: "a".repeat(4e6)}],
    });
    expect(bomb.length).toBeLessThan(linkLimit);
    await expect(readLink(bomb)).rejects.toThrow("this link unfolds to more than 1000000 bytes");
  });
});

describe("cells", () => {
  const ids = ({cells}: Notebook) => cells.map(({id}) => id).join("");
  const three = notebookOf(
    "",
    ["a", "b", "c"].map((text) => ({kind: "code", text})),
  );

  test("are added, moved and deleted, and keep their ids", () => {
    expect(ids(three)).toBe("123");
    expect(ids(withNewCell(three, 1, "text").notebook)).toBe("1423");
    expect(ids(withCellMoved(three, 1, 1))).toBe("213");
    expect(ids(withCellMoved(three, 1, -1))).toBe("123");
    expect(ids(withCellMoved(three, 2, 9))).toBe("132");
    expect(ids(withoutCell(three, 2))).toBe("13");
  });
});
