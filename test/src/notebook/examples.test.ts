import {readdirSync, readFileSync} from "node:fs";
// @ts-expect-error the package has no types; src/notebook/runtime-types.ts has those in use
import {Runtime} from "@observablehq/runtime";
import {parse, parseExpressionAt} from "acorn";
import * as d3 from "d3";
import {transform} from "sucrase";
import {describe, expect, test} from "vitest";
import {cellCode, textCode} from "../../../src/notebook/cell-code.js";
import {graphProblems} from "../../../src/notebook/cell-graph.js";
import {courseModules} from "../../../src/notebook/course-modules.js";
import {NotebookEngine} from "../../../src/notebook/notebook-engine.js";
import {readHtml, writeHtml} from "../../../src/notebook/notebook-html.js";
import {readLink, writeLink} from "../../../src/notebook/notebook-link.js";
import {readScript} from "../../../src/notebook/notebook-script.js";
import type {MakeRuntime} from "../../../src/notebook/runtime-types.js";
import type {CellReport} from "../../../src/notebook/shown.js";
import {stripTypes} from "../../../src/notebook/strip-types.js";

const folder = new URL("../../../src/notebook/examples/", import.meta.url);
const files = readdirSync(folder);
const read = (file: string) => readScript(readFileSync(new URL(file, folder), "utf8"));
const parsers = {strip: (code: string) => stripTypes(code, transform), parse, parseExpressionAt};

/** The last reports of a notebook once every cell is done, with the words of the one whose loop ends it. */
async function run(file: string, last: string): Promise<ReadonlyMap<number, CellReport>> {
  const modules = courseModules(() => Promise.reject(new Error("nothing is to be fetched")));
  const reports = new Map<number, CellReport>();
  const engine = new NotebookEngine({
    Runtime: Runtime as MakeRuntime,
    parsers,
    imported: async (name, names) => (name === "d3" ? d3 : modules(name, names)),
    report: (report) => reports.set(report.id, report),
    graph: () => {},
    begins: () => {},
  });
  engine.update(read(file).cells);
  await expect.poll(() => JSON.stringify([...reports.values()]), {timeout: 20_000}).toContain(last);
  return reports;
}

describe.for(files)("the example %s", (file) => {
  test("can be read, and no two cells are in each other's way", () => {
    const {cells} = read(file);
    const names = cells.map(({id, kind, text}) => ({
      id,
      ...(kind === "code" ? cellCode : textCode)(text, parsers),
    }));
    expect(graphProblems(names)).toEqual(new Map());
  });

  test("goes by link and by file", async () => {
    const notebook = read(file);
    expect(await readLink(await writeLink(notebook))).toEqual(notebook);
    expect(readHtml(writeHtml(notebook))).toEqual(notebook);
  });
});

test("hello, noise shows its pictures and its curves", async () => {
  const reports = await run("hello-noise.txt", "their standard deviation is");
  const shown = [...reports.values()].flatMap((report) => report.shown);
  expect(shown.map(({kind}) => kind)).not.toContain("error");
  expect(new Set(shown.map(({kind}) => kind))).toEqual(
    new Set(["markdown", "input", "pictures", "curves"]),
  );
  expect(JSON.stringify(shown)).toContain("The same seed gives the same 4096 numbers");
});

test("a neuron finds the line that its points were made with", async () => {
  const reports = await run("a-neuron.txt", "After 60 steps");
  const shown = [...reports.values()].flatMap((report) => report.shown);
  expect(shown.map(({kind}) => kind)).not.toContain("error");
  const [, w, b] = /\$w\$ is (-?[\d.]+\d), \$b\$ is (-?[\d.]+\d)/.exec(
    JSON.stringify(shown).replaceAll("\\\\", ""),
  )!;
  expect(Math.abs(Number(w) - 0.8)).toBeLessThan(0.15);
  expect(Math.abs(Number(b) + 0.5)).toBeLessThan(0.15);
});

test("a VAE from scratch has less than 80 lines of code", () => {
  const code = read("vae-from-scratch.txt").cells.filter(({kind}) => kind === "code");
  const lines = code.flatMap(({text}) => text.split("\n")).filter((line) => line.trim() !== "");
  expect(lines.length).toBeLessThan(80);
});
