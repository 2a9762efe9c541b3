/** A run as its recipe (`src/experiment/run/recipe.ts`) tells it, and the run that this would be. */
import {Complaints} from "../lib/complaints.js";
import {valueOfText} from "../lib/param-link.js";
import {ownParam, parseParams, unknownParam} from "../lib/params.js";
import {shownValue} from "../lib/shown-value.js";
import type {Experiment} from "../lib/training/experiment.js";
import {checkOrder} from "../lib/training/recipe-order.js";
import {readChange, readPart} from "../lib/training/run-file-parts.js";
import type {RunFile, RunPart} from "../lib/training/run-file-type.js";

export interface ToldRun {
  readonly experiment: string;
  readonly step: number;
  /** One or more, in words: "wasm", "webgl and wasm". */
  readonly backend: string;
  /** Those in force at the step. */
  readonly params: Readonly<Record<string, string>>;
  /** Live changes, in their order. */
  readonly changes: readonly ToldChange[];
  /** Steps taken by hand of a part of the model. */
  readonly parts: readonly RunPart[];
  /** What the reader gave, such as points. The recipe has its name alone. */
  readonly given: readonly string[];
  /** The part of the model whose place code of the reader's took. */
  readonly driven?: string;
  /** A line that no recipe of the course has. */
  readonly odd?: string;
}

export interface ToldChange {
  readonly step: number;
  readonly name: string;
  readonly before: string;
  readonly value: string;
}

/** Longer ones are not looked at: recipes have some dozens of lines. */
const mostLines = 2000;

/** Reads the words of a recipe. Undefined for a text that is none. */
export function toldRun(recipe: string): ToldRun | undefined {
  const [first = "", ...lines] = recipe.split("\n", mostLines);
  const head = /^([a-z][a-z0-9-]*), step (\d{1,9}), (.+)$/.exec(first);
  if (!head) return undefined;
  const params = new Map<string, string>();
  const changes: ToldChange[] = [];
  const parts: RunPart[] = [];
  const given: string[] = [];
  const told = {experiment: head[1]!, step: Number(head[2]), backend: head[3]!, changes, parts};
  const whole = (end: Pick<ToldRun, "driven" | "odd">) => ({
    ...told,
    ...{params: Object.fromEntries(params), given},
    ...end,
  });
  for (const line of lines) {
    const [, name, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
    const change = /^at step (\d{1,9}): (\w+) = (.*) → (.*)$/.exec(line);
    const part = /^at step (\d{1,9}): (\d{1,9}) steps? of (\w+)$/.exec(line);
    const gift = /^given: (\w+(?:, \w+)*)$/.exec(line);
    const driven = /^with (?:your|the) (\w+)(?: of a (?:file|notebook))?:/.exec(line);
    if (driven) return whole({driven: driven[1]!}); // all lines after it are its code
    if (name !== undefined && !params.has(name)) params.set(name, value!);
    else if (change)
      changes.push({
        ...{step: Number(change[1]), name: change[2]!},
        ...{before: change[3]!, value: change[4]!},
      });
    else if (part) parts.push({step: Number(part[1]), count: Number(part[2]), kind: part[3]!});
    else if (gift) given.push(...gift[1]!.split(", "));
    else return whole({odd: line});
  }
  return whole({});
}

/** The recipe as a run that can be followed: all that it names is legal, and in its order. */
export interface FollowableRun extends Pick<RunFile, "params" | "changes" | "parts" | "steps"> {
  /** Params that the recipe does not name. They have their defaults. */
  readonly unnamed: readonly string[];
}

/** Throws a RangeError that says what is wrong with a recipe that no run of `experiment` can have. */
export function followable(told: ToldRun, experiment: Experiment): FollowableRun {
  const {step, odd, driven} = told;
  if (odd !== undefined) throw new RangeError(`unknown line: ${shownValue(odd)}`);
  if (driven !== undefined)
    throw new RangeError(
      `the ${driven} was code of a reader’s, and this page runs no code of a file`,
    );
  const {params: table} = experiment;
  const first = {...told.params};
  for (const {name, before} of [...told.changes].reverse()) first[name] = before;
  const params = parseParams(table, valuesOf(first, experiment));
  const changes = told.changes.map(({step: at, name, value}) => {
    const param = ownParam(table, name);
    return readChange(
      {step: at, name, value: param && valueOfText(param, value)},
      experiment,
      step,
    );
  });
  const parts = told.parts.map((part) => readPart(part, experiment, step));
  const run = {params, changes, parts, steps: step};
  checkOrder(run);
  const unnamed = Object.keys(table).filter((name) => !Object.hasOwn(first, name));
  return {...run, unnamed};
}

function valuesOf(texts: Readonly<Record<string, string>>, {params: table}: Experiment) {
  const wrong = new Complaints();
  const values = Object.entries(texts).flatMap(([name, text]) => {
    const param = ownParam(table, name);
    if (!param) wrong.add(unknownParam(table, "param", name));
    return param ? [[name, valueOfText(param, text)]] : [];
  });
  if (wrong.list.length > 0) throw new RangeError(wrong.list.join("; "));
  return Object.fromEntries(values) as Record<string, unknown>;
}
