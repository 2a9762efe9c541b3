/** An exercise as `exercise.json` has it, checked whole before anything else reads it. */
import type {NetworkEnds} from "./weight-count.js";

interface Described {
  readonly slug: string;
  /** The lesson's folder, such as `02-machine-learning`. */
  readonly chapter: string;
  readonly title: string;
  readonly tasks: readonly Task[];
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  /** For all tests together, on a usual machine: what counts are the turns that go with it (`limitsOf`). */
  readonly timeLimitMs: number;
  /** Where tensors are computed: `none` in a code exercise, the reproducible `wasm` where a run is graded. */
  readonly backend: "none" | "wasm";
}

/** How the reader makes the code: writes it, puts its lines in order, finds the fault in it, or lists the layers of a network. */
const forms = ["write", "reorder", "bug-hunt", "network"] as const;
export type CodeForm = (typeof forms)[number];

/** The reader makes functions. */
export interface CodeExercise extends Described {
  readonly kind: "code";
  readonly form: CodeForm;
  /** Names that the code must export. */
  readonly functions: readonly string[];
  /** The part of an experiment's model whose place one of the functions can take. */
  readonly drives?: Drives;
  /** Of the form `network`: what the listed layers may have in weights. */
  readonly budget?: WeightBudget;
}

/** The most weights that a network with these inputs and outputs may have. */
export interface WeightBudget extends NetworkEnds {
  readonly most: number;
}

export interface Drives {
  /** The experiment's id. */
  readonly experiment: string;
  /** One of its `drivenParts`: the name of the function, too. */
  readonly part: string;
}

/** The reader makes a run of an experiment. */
export interface ExperimentExercise extends Described {
  readonly kind: "experiment";
  /** The experiment's id. */
  readonly experiment: string;
}

export type Exercise = CodeExercise | ExperimentExercise;

/** One step of an exercise. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** The sum of its tests' points. */
  readonly points: number;
}

/** The points of an exercise. */
export function maxPointsOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, {points}) => sum + points, 0);
}

type Fields = Readonly<Record<string, unknown>>;

const common = ["slug", "chapter", "kind", "title", "tasks", "hints", "timeLimitMs", "backend"];
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const identifier = /^[a-z][A-Za-z0-9]*$/;

/** The exercise that `json` describes. Throws a RangeError with the field, its value and the legal set. */
export function parseExercise(json: unknown): Exercise {
  const fields = fieldsOf("exercise", json);
  const kind = oneOf("kind", fields.kind, ["code", "experiment"] as const);
  const own = kind === "code" ? ["functions", "form", "drives", "budget"] : ["experiment"];
  onlyFields("exercise", fields, [...common, ...own]);
  const described = describe(fields);
  if (kind === "code") {
    const form = oneOf("form", fields.form ?? "write", forms);
    const functions = texts("functions", fields.functions, identifier);
    const more = {...parseDrives(fields.drives, functions), ...parseBudget(form, fields.budget)};
    return {kind, form, ...described, functions, ...more};
  }
  return {kind, ...described, experiment: text("experiment", fields.experiment, kebab)};
}

function describe(fields: Fields): Described {
  const tasks = list("tasks", fields.tasks).map(parseTask);
  const ids = tasks.map(({id}) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) < i);
  if (repeated !== undefined) refuse("tasks", repeated, "each id once");
  return {
    slug: text("slug", fields.slug, kebab),
    chapter: text("chapter", fields.chapter, /^\d\d-[a-z0-9-]+$/, "a folder of lessons"),
    title: text("title", fields.title),
    tasks,
    hints: texts("hints", fields.hints),
    timeLimitMs: wholeNumber("timeLimitMs", fields.timeLimitMs, 100, 600_000),
    backend: oneOf("backend", fields.backend, ["none", "wasm"] as const),
  };
}

function parseDrives(json: unknown, functions: readonly string[]): {readonly drives?: Drives} {
  if (json === undefined) return {};
  const fields = fieldsOf("drives", json);
  onlyFields("drives", fields, ["experiment", "part"]);
  const experiment = text("drives.experiment", fields.experiment, kebab);
  return {drives: {experiment, part: oneOf("drives.part", fields.part, functions)}};
}

function parseTask(json: unknown): Task {
  const fields = fieldsOf("task", json);
  onlyFields("task", fields, ["id", "title", "points"]);
  return {
    id: text("task.id", fields.id, kebab),
    title: text("task.title", fields.title),
    points: wholeNumber("task.points", fields.points, 1, 100),
  };
}

/** A network has a budget, and nothing else has. */
function parseBudget(form: CodeForm, json: unknown): {readonly budget?: WeightBudget} {
  if (form !== "network") {
    if (json !== undefined) refuse("budget", json, "only where the form is network");
    return {};
  }
  const fields = fieldsOf("budget", json);
  onlyFields("budget", fields, ["inputs", "outputs", "most"]);
  const size = (name: string) => wholeNumber(`budget.${name}`, fields[name], 1, 1_000_000);
  return {budget: {inputs: size("inputs"), outputs: size("outputs"), most: size("most")}};
}

function fieldsOf(field: string, value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(field, value, "an object");
  return value as Fields;
}

function onlyFields(owner: string, fields: Fields, legal: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !legal.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`unknown field of ${owner}: ${unknown} (one of ${legal.join(", ")})`);
}

function list(field: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) refuse(field, value, "a list, not empty");
  return value as readonly unknown[];
}

function texts(field: string, value: unknown, form?: RegExp): readonly string[] {
  return list(field, value).map((each, i) => text(`${field}[${i}]`, each, form));
}

function text(field: string, value: unknown, form = /\S/, legal?: string): string {
  if (typeof value !== "string" || !form.test(value))
    refuse(field, value, legal ?? (form.source === "\\S" ? "a text" : `a text like ${form}`));
  return value as string;
}

function wholeNumber(field: string, value: unknown, min: number, max: number): number {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    refuse(field, value, `a whole number from ${min} to ${max}`);
  return value as number;
}

function oneOf<T extends string>(field: string, value: unknown, legal: readonly T[]): T {
  if (!legal.includes(value as T)) refuse(field, value, `one of ${legal.join(", ")}`);
  return value as T;
}

function refuse(field: string, value: unknown, legal: string): never {
  throw new RangeError(`invalid ${field}: ${JSON.stringify(value)} (${legal})`);
}
