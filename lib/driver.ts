/**
 * A reader's function that takes a part's place in a model, such as a loss that the reader wrote. It is part of a run's recipe: whoever
 * makes the run again needs its code. That code is only ever run where a reader's code runs, and is text everywhere else.
 */
import {fieldsOf, oneOf, textOf} from "./field-checks.js";

export interface Driver {
  /** The part, as the experiment calls it: the code exports a function of this name. */
  readonly part: string;
  /** TypeScript. */
  readonly code: string;
  /** `passed`: by all tests of its exercise; `opened`: it came with a file, and nobody here knows; `notebook`: it came
   * from cells, which no test has seen. */
  readonly standing: DriverStanding;
}

const standings = ["passed", "failing", "opened", "notebook"] as const;
export type DriverStanding = (typeof standings)[number];

/** As the grader takes it. */
const mostCharacters = 200_000;

/** The driver in `value`. Throws a RangeError with its field, the value and what is legal. */
export function readDriver(path: string, value: unknown, parts: readonly string[]): Driver {
  const {part, code, standing} = fieldsOf(path, value);
  return {
    part: oneOf(`${path}.part`, part, parts),
    code: textOf(`${path}.code`, code, mostCharacters),
    standing: oneOf(`${path}.standing`, standing, standings),
  };
}

/** Whether the two make the same of a model; one that is missing is the model's own part. */
export function isSameDriver(a: Driver | undefined, b: Driver | undefined): boolean {
  return a?.part === b?.part && a?.code === b?.code;
}
