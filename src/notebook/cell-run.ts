/** One cell while its notebook runs: what it shows, its inputs, and whether it waits, computes, is done or has failed. */
import type {CellCode} from "./cell-code.js";
import {shownOf} from "./displays.js";
import {Input} from "./inputs.js";
import type {CellKind} from "./notebook.js";
import type {Observer} from "./runtime-types.js";
import {type CellReport, type CellState, limits, type Shown} from "./shown.js";

export class CellRun {
  readonly #id: number;
  readonly #report: (report: CellReport) => void;
  #state: CellState = "waiting";
  /** What is to be seen; of a run that has shown nothing yet, what the one before has shown. */
  #shown: Shown[] = [];
  #isFresh = false;
  /** Whether its last part is the value of the cell, which the next value replaces. */
  #hasValue = false;
  #kind: CellKind = "code";
  #showsValue = false;
  #version = 0;
  #inputs = new Map<number, Input>();
  #isOver = false;

  constructor(id: number, report: (report: CellReport) => void) {
    this.#id = id;
    this.#report = report;
  }

  /** The code begins: what it shows from now on replaces what is there. */
  begin(kind: CellKind, code: CellCode | undefined) {
    const version = ++this.#version;
    this.#kind = kind;
    this.#showsValue = kind === "code" && code?.defines.length === 0 && !showsByItself(code);
    this.#isFresh = true;
    this.#hasValue = false;
    this.#inputs = new Map();
    this.#tell("computing");
    /** A run that was replaced shows nothing any more. */
    const display = <T>(value: T): T => {
      if (version === this.#version) this.#add(value);
      return value;
    };
    const view = (input: unknown) => {
      if (!(input instanceof Input))
        throw new TypeError("view takes an input, such as view(Inputs.range([0, 1]))");
      display(input);
      return input.values();
    };
    return {display, view};
  }

  set(input: number, value: unknown): void {
    this.#inputs.get(input)?.set(value);
  }

  /** The cell is deleted: the runtime gives it one more value, which is nobody's. */
  end(): void {
    this.#isOver = true;
  }

  /** `broken` says what is wrong with the cell that defines a name. */
  observer(broken: (name: string) => string | undefined): Observer {
    return {
      pending: () => this.#tell("waiting"),
      fulfilled: (value) => this.#fulfil(value),
      rejected: (error) => this.#fail(error, broken),
    };
  }

  #fulfil(value: unknown): void {
    if (this.#isOver) return;
    if (this.#isFresh) this.#clear();
    if (this.#kind === "text") this.#shown = [markdownOf(value)];
    else if (this.#showsValue && value !== undefined) this.#put(value);
    this.#tell("done");
  }

  #fail(error: unknown, broken: (name: string) => string | undefined): void {
    if (this.#isFresh) this.#clear();
    this.#shown = [...this.#shown.filter(({kind}) => kind !== "error"), errorOf(error, broken)];
    this.#tell("failed");
  }

  #clear(): void {
    this.#shown = [];
    this.#isFresh = false;
  }

  /** The cell's own value stands last. */
  #put(value: unknown): void {
    if (this.#hasValue) this.#shown.pop();
    this.#hasValue = false;
    this.#add(value);
    this.#hasValue = true;
  }

  #add(value: unknown): void {
    if (this.#isFresh) this.#clear();
    const at = this.#hasValue ? this.#shown.length - 1 : this.#shown.length;
    this.#shown.splice(at, 0, this.#partOf(value));
    if (this.#shown.length > limits.parts) this.#shown.shift();
    this.#tell("computing");
  }

  #partOf(value: unknown): Shown {
    if (!(value instanceof Input)) return shownOf(value);
    const input = 1000 * this.#version + this.#inputs.size; // of this run alone
    this.#inputs.set(input, value);
    return {kind: "input", input, control: value.shown};
  }

  #tell(state: CellState): void {
    if (this.#isOver) return;
    this.#state = state;
    this.#report({id: this.#id, state: this.#state, shown: this.#shown});
  }
}

/** As in Notebook Kit, a cell that says what it shows shows nothing else. */
function showsByItself({uses}: CellCode): boolean {
  return uses.includes("display") || uses.includes("view");
}

function markdownOf(value: unknown): Shown {
  const [parts, values] = value as readonly [readonly string[], readonly unknown[]];
  const texts = parts.map((part, i) => part + (i < values.length ? inText(values[i]) : ""));
  return {kind: "markdown", text: texts.join("").slice(0, limits.text)};
}

/** A value among words: no mark of Markdown or of a formula in it counts as one. */
function inText(value: unknown): string {
  const shown = shownOf(value);
  const text = shown.kind === "value" ? shown.text : `(${shown.kind})`;
  return text.replaceAll(/[\\`*_$[\]#<>]/g, "\\$&");
}

/** An error of this cell, with its line; or that of a cell it waits for. */
function errorOf(error: unknown, broken: (name: string) => string | undefined): Shown {
  const {message, input, stack} = (error ?? {}) as {
    message?: unknown;
    input?: unknown;
    stack?: unknown;
  };
  const text = typeof message === "string" ? message : shownText(error);
  if (typeof input === "string") return {kind: "error", text: waitText(input, text, broken(input))};
  const line = lineIn(String(stack ?? ""), text);
  const name = error instanceof Error && !(error instanceof SyntaxError) ? `${error.name}: ` : "";
  return {kind: "error", text: (name + text.replace(/ \(\d+:\d+\)$/, "")).slice(0, 2000), ...line};
}

function shownText(error: unknown): string {
  const shown = shownOf(error);
  return shown.kind === "value" ? shown.text : shown.kind;
}

function waitText(name: string, text: string, problem: string | undefined): string {
  if (problem !== undefined) return `${name} cannot be had: ${problem}`;
  if (text === `${name} is not defined`) return `${name} is not defined: no cell defines it.`;
  return `${name} cannot be had: ${text}`.slice(0, 2000);
}

/** Where in the cell an error arose: its frame in the stack, or the place that a parser gives. */
function lineIn(stack: string, text: string): {line?: number} {
  const found = /cell-\d+\.ts:(\d+)/.exec(stack) ?? / \((\d+):\d+\)$/.exec(text);
  return found ? {line: Number(found[1])} : {};
}
