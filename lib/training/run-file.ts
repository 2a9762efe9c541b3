/**
 * A run as a JSON text that replays: its first params, every change with its step, and what came of it.
 * Everything that is read is checked, since such a file comes from anywhere.
 */
import {type Driver, readDriver} from "../driver.js";
import {dateOf, type Fields, fieldsOf, oneOf, textOf, wholeNumber} from "../field-checks.js";
import {parseParams} from "../params.js";
import {shownValue} from "../shown-value.js";
import {notARun, orDamaged, otherVersion} from "./bad-run-file.js";
import type {Experiment} from "./experiment.js";
import {backendNames} from "./protocol.js";
import {checkOrder} from "./recipe-order.js";
import {
  readChange,
  readInputs,
  readList,
  readLosses,
  readMeasurements,
  readPart,
} from "./run-file-parts.js";
import type {RunFile} from "./run-file-type.js";

/** The run as a text that `readRun` reads. */
export function writeRun({inputs, losses, ...run}: RunFile): string {
  return JSON.stringify({
    format,
    version: versions[run.driver ? "driven" : "plain"],
    ...run,
    inputs: mapValues(inputs, ({data, shape}) => ({shape, data: Array.from(data)})),
    losses: mapValues(losses, (values) => Array.from(values, (v) => (Number.isNaN(v) ? null : v))),
  });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

/** Gives the experiment called `id`. Throws a RangeError with the legal ids, or what it has to say itself. */
export type FindExperiment = (id: string) => Experiment;

/** The run in `text`. Throws `BadRunFile` with what is wrong and what to do. Nothing is silently corrected. */
export function readRun(text: string, find: FindExperiment): RunFile {
  const file = fieldsIn(text);
  if (file.format !== format)
    throw notARun(`its format is ${shownValue(file.format)}, not “${format}”`);
  const known = Object.values(versions) as unknown[];
  if (!known.includes(file.version))
    throw otherVersion(shownValue(file.version), Math.max(...Object.values(versions)));
  return orDamaged(() => checkedRun(file, find));
}

const format = "from-noise run";
/** A page that knows no drivers must not take a driven run for a plain one. */
const versions = {plain: 1, driven: 2} as const;
/** Beyond what any experiment offers and any reader does. */
const mostSteps = 1_000_000;
const mostChanges = 20_000;

/** The longest run with all its losses takes some three millions. */
const mostCharacters = 8_000_000;

/** Throws `BadRunFile` for a text that is longer than any run, so that nobody has to read it. */
export function checkLength(characters: number): void {
  if (characters > mostCharacters)
    throw notARun(`it has ${characters} characters, and a run at most ${mostCharacters}`);
}

function fieldsIn(text: string): Fields {
  checkLength(text.length);
  try {
    return fieldsOf("file", JSON.parse(text));
  } catch {
    throw notARun(`it begins with ${shownValue(text)}, which is no JSON object`);
  }
}

function checkedRun(file: Fields, find: FindExperiment): RunFile {
  const experiment = find(textOf("experiment", file.experiment, 60));
  const params = parseParams(experiment.params, fieldsOf("params", file.params));
  const steps = wholeNumber("steps", file.steps, 0, mostSteps);
  const run = {
    experiment: experiment.id,
    params,
    inputs: readInputs(file.inputs),
    ...(file.version === versions.driven && {driver: openedDriver(file.driver, experiment)}),
    changes: readList("changes", file.changes, mostChanges, (c) =>
      readChange(c, experiment, steps),
    ),
    parts: readList("parts", file.parts, steps, (part) => readPart(part, experiment, steps)),
    steps,
    losses: readLosses(file.losses, Object.keys(experiment.curves), steps),
    measurements: readMeasurements(file.measurements, steps),
    backend: oneOf("backend", file.backend, backendNames),
    date: dateOf("date", file.date),
  };
  checkOrder(run);
  return run;
}

/** The code of a file, of which nobody here knows whether it has passed any test. */
function openedDriver(value: unknown, {drivenParts = {}}: Experiment): Driver {
  return {...readDriver("driver", value, Object.keys(drivenParts)), standing: "opened"};
}
