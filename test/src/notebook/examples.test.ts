import {readdirSync, readFileSync} from "node:fs";
import * as d3 from "d3";
import {describe, expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {cellCode, textCode} from "../../../src/notebook/cell-code.js";
import {graphProblems} from "../../../src/notebook/cell-graph.js";
import {courseModules} from "../../../src/notebook/course-modules.js";
import type {Notebook} from "../../../src/notebook/notebook.js";
import {NotebookEngine} from "../../../src/notebook/notebook-engine.js";
import {readHtml, writeHtml} from "../../../src/notebook/notebook-html.js";
import {readLink, writeLink} from "../../../src/notebook/notebook-link.js";
import {readScript} from "../../../src/notebook/notebook-script.js";
import type {CellReport, Shown} from "../../../src/notebook/shown.js";
import {notebookNames} from "../../../tools/notebook-names.mjs";
import reference from "../../reference/sums-of-pictures.json" with {type: "json"};
import {parsers, Runtime} from "./engine-packages.js";

const folder = new URL("../../../src/notebook/examples/", import.meta.url);
const files = readdirSync(folder);
const read = (file: string) => readScript(readFileSync(new URL(file, folder), "utf8"));

const tensorsProgram = new URL("../../../src/vendor/tensors-worker.txt", import.meta.url);
const wasm = new URL("../../../src/vendor/wasm/tfjs-backend-wasm-simd.wasm", import.meta.url);
/** Lets the program find itself in a worker, not in Node. */
const asInWorker = "const process = undefined, WorkerGlobalScope = Object;\n";

/** What a cell may import, from the very programs and files that a page brings. */
const modules = courseModules(async (name) =>
  name === "tensors"
    ? {
        script: asInWorker + readFileSync(tensorsProgram, "utf8"),
        bytes: new Uint8Array(readFileSync(wasm)).buffer,
      }
    : {bytes: dataFile(name.slice("file ".length)).slice().buffer},
);
const imported = async (name: string, names?: readonly string[]): Promise<unknown> =>
  name === "d3" ? d3 : modules(name, names);

async function tensorCount(): Promise<number> {
  const {memory} = await modules("@tensorflow/tfjs");
  return (memory as () => {readonly numTensors: number})().numTensors;
}

interface Ran {
  readonly shown: readonly Shown[];
  /** All words that are shown, those of pictures and curves too. */
  readonly words: string;
  /** The last values of the curves called `name`. */
  readonly curve: (name: string) => readonly number[];
  /** Deletes all cells, so that what they hold is freed. */
  readonly end: () => void;
}

/** A notebook once its words have `last` in them, or a cell has failed. `cut` makes it shorter, text by text. */
async function run(file: string, last: string, ...cut: [string, string][]): Promise<Ran> {
  const reports = new Map<number, CellReport>();
  const engine = new NotebookEngine({
    Runtime,
    parsers,
    imported,
    report: (report) => reports.set(report.id, report),
    graph: () => {},
    begins: () => {},
  });
  engine.update(shortened(read(file), cut).cells);
  const inOrder = () => [...reports.values()].toSorted((a, b) => a.id - b.id);
  const shown = () => inOrder().flatMap((report) => report.shown);
  const states = () => [...reports.values()].map(({state}) => state);
  const isOver = () =>
    states().includes("failed") ||
    (JSON.stringify(shown()).includes(last) && states().every((state) => state === "done"));
  await expect.poll(isOver).toBe(true);
  expect(shown().filter(({kind}) => kind === "error")).toEqual([]);
  const lines = shown().flatMap((each) => (each.kind === "curves" ? each.lines : []));
  return {
    shown: shown(),
    words: JSON.stringify(shown()).replaceAll("\\\\", ""),
    curve: (name) => lines.find((line) => line.name === name)!.values,
    end: () => engine.update([]),
  };
}

function shortened(notebook: Notebook, cut: readonly [string, string][]): Notebook {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    text: cut.reduce((text, [from, to]) => text.replace(from, to), cell.text),
  }));
  for (const [, to] of cut) expect(JSON.stringify(cells)).toContain(to);
  return {...notebook, cells};
}

/** The same for a notebook that trains: it also gives back every tensor. */
async function trained(file: string, last: string, ...cut: [string, string][]): Promise<Ran> {
  const before = await tensorCount();
  const ran = await run(file, last, ...cut);
  expect(await tensorCount()).toBeGreaterThan(before);
  ran.end();
  await expect.poll(tensorCount).toBe(before);
  return ran;
}

const pictureCounts = ({shown}: Ran) =>
  shown.flatMap((each) => (each.kind === "pictures" ? [each.count] : []));

/** Lines of code, without empty ones. */
function codeLines(file: string): number {
  const code = read(file).cells.filter(({kind}) => kind === "code");
  return code.flatMap(({text}) => text.split("\n")).filter((line) => line.trim() !== "").length;
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

test("the editor offers all that a cell may import of the course", async () => {
  const offered = notebookNames().map(({name}) => name);
  const own = Object.keys(await modules("from-noise"));
  expect(offered).toEqual(expect.arrayContaining(own));
});

test("hello, noise shows its pictures and its curves", async () => {
  const {shown, words} = await run("hello-noise.txt", "their standard deviation is");
  expect(new Set(shown.map(({kind}) => kind))).toEqual(
    new Set(["markdown", "input", "pictures", "curves"]),
  );
  expect(words).toContain("The same seed gives the same 4096 numbers");
});

test("nine numbers find edges: an even area gives grey", async () => {
  const {shown, words} = await run("nine-numbers.txt", "These nine numbers sum to 0");
  expect(words).toContain("Grey is 0");
  const [digits, maps, edges] = shown.flatMap((each) => (each.kind === "pictures" ? [each] : []));
  const corners = (bytes: Uint8Array) => Array.from({length: 10}, (_, i) => bytes[784 * i]);
  expect([digits!, maps!, edges!].map(({count}) => count)).toEqual([10, 10, 10]);
  expect(new Set(corners(maps!.bytes))).toEqual(new Set([128]));
  expect(new Set(corners(edges!.bytes))).toEqual(new Set([0]));
  expect(Math.max(...edges!.bytes)).toBeGreaterThan(150);
});

test("a neuron finds the line that its points were made with", async () => {
  const {words} = await run("a-neuron.txt", "After 60 steps");
  const [, w, b] = /\$w\$ is (-?[\d.]+\d), \$b\$ is (-?[\d.]+\d)/.exec(words)!;
  expect(Math.abs(Number(w) - 0.8)).toBeLessThan(0.15);
  expect(Math.abs(Number(b) + 0.5)).toBeLessThan(0.15);
});

test("a network that reads is soon right about most of the digits that it has never seen", async () => {
  const ran = await trained("a-network-that-reads.txt", "Step 100 of 100", ["= 600;", "= 100;"]);
  const [, right] = /it reads (\d+) as they were meant/.exec(ran.words)!;
  expect(Number(right)).toBeGreaterThan(800);
  expect(ran.curve("per cent right").at(-1)).toBeCloseTo(Number(right) / 10, 10);
  expect(pictureCounts(ran)).toEqual([20, 20]);
});

test("every digit is a sum: the 24 pictures explain what NumPy's principal components do", async () => {
  const ran = await trained("sums-of-pictures.txt", "Round 20 of 20");
  const sum = reference.explained.reduce((sum, each) => sum + each, 0);
  const [, explained] = /explain ([\d.]+) %/.exec(ran.words)!;
  expect(Math.abs(Number(explained) - sum)).toBeLessThan(0.2);
  for (const [i, each] of ran.curve("per cent").slice(0, 8).entries())
    expect(each).toBeCloseTo(reference.explained[i]!, 1);
});

test("a VAE from scratch has less than 80 lines of code, and learns", async () => {
  expect(codeLines("vae-from-scratch.txt")).toBeLessThan(80);
  const ran = await trained("vae-from-scratch.txt", "Step 40 of 40", ["= 600;", "= 40;"]);
  const losses = ran.curve("loss");
  expect(losses[0]).toBeGreaterThan(500);
  expect(losses.at(-1)).toBeLessThan(260);
});

test("a GAN from scratch begins undecided, and the judge soon tells points apart", async () => {
  const ran = await trained("gan-from-scratch.txt", "Step 75 of 75", ["[2500, 128", "[75, 128"]);
  expect(ran.words).toContain("The two losses");
  expect(ran.curve("judge")).toHaveLength(75);
  expect(ran.curve("judge").at(-1)).toBeLessThan(ran.curve("judge")[0]!);
  const drawing = ran.shown.find(({kind}) => kind === "drawing");
  expect(drawing?.kind === "drawing" && drawing.text.match(/<circle/g)).toHaveLength(500);
  expect(ran.words).not.toContain("NaN");
});

test("a diffusion model from scratch has less than 120 lines of code, and learns", async () => {
  expect(codeLines("diffusion-from-scratch.txt")).toBeLessThan(120);
  const ran = await trained("diffusion-from-scratch.txt", "Step 70 of 70", [", 700]", ", 70]"]);
  const losses = ran.curve("loss");
  const mean = (values: readonly number[]) =>
    values.reduce((sum, each) => sum + each, 0) / values.length;
  expect(mean(losses.slice(-10))).toBeLessThan(0.6 * losses[0]!);
  expect(pictureCounts(ran)).toEqual([60]);
});
