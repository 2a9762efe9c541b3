/**
 * A notebook that runs: each cell a variable of Observable's runtime, which computes it anew when a name it uses has changed. It is told
 * of all cells after each change and touches only those that are others now.
 */
import {type CellCode, cellCode, importer, type Parsers, textCode} from "./cell-code.js";
import {type CellNames, type CellNeeds, graphProblems, needsOf} from "./cell-graph.js";
import {CellRun} from "./cell-run.js";
import {curves, pictures, svg} from "./displays.js";
import {Inputs} from "./inputs.js";
import type {Cell} from "./notebook.js";
import type {MakeRuntime, Variable} from "./runtime-types.js";
import type {CellReport} from "./shown.js";

export interface EngineParts {
  readonly Runtime: MakeRuntime;
  readonly parsers: Parsers;
  /** A module for a cell, with at least these of its names, or all. */
  readonly imported: (name: string, names?: readonly string[]) => Promise<unknown>;
  readonly report: (report: CellReport) => void;
  /** Hears who needs whom, after each change of the names. */
  readonly graph: (cells: readonly CellNeeds[]) => void;
  /** Hears which cell's code begins. */
  readonly begins: (id: number) => void;
}

/** A cell as it was last defined. */
interface Defined {
  readonly cell: Cell;
  readonly code: CellCode | undefined;
  /** What keeps it from running. */
  problem: string | undefined;
  readonly run: CellRun;
  readonly main: Variable;
  readonly outputs: Variable[];
}

type CellFunction = (...values: readonly unknown[]) => Promise<unknown>;

/** Names that each cell has a meaning of its own for. */
const own = ["display", "view", importer];
/** No parameter may be called so; they are the language's. */
const reserved = ["eval", "arguments"];

export class NotebookEngine {
  readonly #parts: EngineParts;
  readonly #module;
  #cells = new Map<number, Defined>();
  /** Cells that define a name and cannot run. */
  #broken = new Map<string, string>();
  /** The names of all cells, as text. */
  #toldNames = "";
  #problems: ReadonlyMap<number, string> = new Map();

  constructor(parts: EngineParts) {
    this.#parts = parts;
    const builtins = {
      Inputs: () => Inputs,
      pictures: () => pictures,
      curves: () => curves,
      svg: () => svg,
    };
    const runtime = new parts.Runtime(builtins, globalNamed);
    this.#module = runtime.module();
  }

  /** These are the notebook's cells now. Those in `again` run even if they are as they were. */
  update(cells: readonly Cell[], again: readonly number[] = []): void {
    const before = this.#cells;
    const read = cells.map((cell) => this.#read(cell, before.get(cell.id)));
    const names = read.map(({cell, code}) => ({
      id: cell.id,
      defines: code?.defines ?? [],
      uses: code?.uses ?? [],
    }));
    const problems = this.#problemsOf(names);
    for (const each of read) if (each.code) each.problem = problems.get(each.cell.id);
    this.#broken = new Map(
      read.flatMap(({code, problem}) =>
        problem === undefined ? [] : (code?.defines ?? []).map((name) => [name, problem] as const),
      ),
    );
    this.#cells = new Map(read.map((each) => [each.cell.id, each]));
    const isSame = (each: Defined) => {
      const old = before.get(each.cell.id);
      return (
        old?.cell.text === each.cell.text &&
        old.cell.kind === each.cell.kind &&
        old.problem === each.problem &&
        !again.includes(each.cell.id)
      );
    };
    const changed = read.filter((each) => !isSame(each));
    for (const [id, old] of before) if (!this.#cells.has(id)) this.#remove(old);
    // Names are given up before they are given anew, or a name that moves would be there twice.
    for (const {outputs} of changed) for (const output of outputs.splice(0)) output.delete();
    for (const each of changed) this.#define(each);
  }

  /** What keeps cells from running. With the same names as before it is what it was, and nobody is told again who needs whom. */
  #problemsOf(names: readonly CellNames[]): ReadonlyMap<number, string> {
    const told = JSON.stringify(names);
    if (told === this.#toldNames) return this.#problems;
    this.#toldNames = told;
    this.#problems = graphProblems(names);
    this.#parts.graph(needsOf(names));
    return this.#problems;
  }

  /** The reader has set an input. */
  set(id: number, input: number, value: unknown): void {
    this.#cells.get(id)?.run.set(input, value);
  }

  #read(cell: Cell, old: Defined | undefined): Defined {
    const run = old?.run ?? new CellRun(cell.id, this.#parts.report);
    const main = old?.main ?? this.#module.variable(run.observer((name) => this.#broken.get(name)));
    const kept = {cell, run, main, outputs: old?.outputs ?? []};
    if (old?.cell.text === cell.text && old.cell.kind === cell.kind)
      return {...kept, code: old.code, problem: old.code ? undefined : old.problem};
    try {
      const read = cell.kind === "code" ? cellCode : textCode;
      return {...kept, code: read(cell.text, this.#parts.parsers), problem: undefined};
    } catch (error) {
      return {...kept, code: undefined, problem: syntaxProblem(error)};
    }
  }

  #define(defined: Defined): void {
    const {cell, code, problem, run, main, outputs} = defined;
    if (!code || problem !== undefined) {
      refuse(defined, problem);
      return;
    }
    const inputs = code.uses.filter((name) => ![...own, ...reserved].includes(name));
    let made: CellFunction;
    try {
      made = functionOf(cell, inputs, code);
    } catch (error) {
      refuse(defined, syntaxProblem(error)); // what a module may say and a function may not
      return;
    }
    const name = code.defines.length > 0 ? `cell ${cell.id}` : null;
    main.define(name, inputs, (...values: unknown[]) => {
      const {display, view} = run.begin(cell.kind, code);
      this.#parts.begins(cell.id);
      return made(...values, display, view, this.#parts.imported);
    });
    for (const each of code.defines)
      outputs.push(
        this.#module
          .variable(true)
          .define(each, [name!], (values: Readonly<Record<string, unknown>>) => values[each]),
      );
  }

  #remove({run, main, outputs}: Defined): void {
    run.end();
    for (const variable of [main, ...outputs]) variable.delete();
  }
}

/** The cell says what keeps it from running. */
function refuse({cell, run, main}: Defined, problem: string | undefined): void {
  main.define(null, [], () => {
    run.begin(cell.kind, undefined);
    throw new SyntaxError(problem);
  });
}

function globalNamed(name: string): unknown {
  if (name in globalThis) return Reflect.get(globalThis, name);
  throw new ReferenceError(`${name} is not defined`);
}

/** By `eval`, not by `AsyncFunction`, which would put lines of its own before the cell's. */
function functionOf({id}: Cell, inputs: readonly string[], {body}: CellCode): CellFunction {
  const params = [...inputs, ...own].join(", ");
  const text = `"use strict"; (async (${params}) => {${body}\n})\n//# sourceURL=cell-${id}.ts`;
  // biome-ignore lint/security/noGlobalEval: running the reader's code is what this is for, in a place that has nothing
  return globalThis.eval(text) as CellFunction;
}

function syntaxProblem(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
