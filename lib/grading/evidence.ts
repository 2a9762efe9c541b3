/** What the grader of a run sees: the recipe, and what was measured while it was followed. */
import type {Params, ParamValue} from "../params.js";

export interface RunEvidence {
  /** What the reader knows it by. */
  readonly number: number;
  /** Those the run began with that decide what is trained; what its pictures were drawn with is no part of it. */
  readonly params: Params;
  /** Live changes; each holds after `step`. */
  readonly changes: readonly {
    readonly step: number;
    readonly name: string;
    readonly value: ParamValue;
  }[];
  /** Steps taken. */
  readonly steps: number;
  readonly backend: string;
  /** Index i is step i + 1. */
  readonly curves: Readonly<Record<string, Float32Array>>;
  readonly measurements: readonly MeasuredStep[];
}

export interface MeasuredStep {
  readonly step: number;
  readonly scalars: Readonly<Record<string, number>>;
  readonly arrays: Readonly<Record<string, ArrayLike<number>>>;
}

/** The run that is graded and those before it, oldest first. */
export interface Evidence {
  readonly now: RunEvidence;
  readonly earlier: readonly RunEvidence[];
}

/** The value of `name` in force at `step`. */
export function paramAt({params, changes}: RunEvidence, name: string, step: number): ParamValue {
  const past = changes.filter((change) => change.name === name && change.step < step);
  return past.at(-1)?.value ?? params[name]!;
}
