/** What a run file says: the recipe of a run, and what came of it. */
import type {NamedArrays} from "../array.js";
import type {Driver} from "../driver.js";
import type {Params, ParamValue} from "../params.js";
import type {BackendName, Measurement} from "./protocol.js";

export interface RunFile {
  readonly experiment: string;
  /** Those the run began with; the seed is one of them. Of sampling and view params it has the last values. What a file leaves out has
   * its default. */
  readonly params: Params;
  /** What the reader gave the run, such as painted points. */
  readonly inputs: NamedArrays;
  /** The reader's function that took a part's place. Only a file of version 2 has one: it is not the same run without. */
  readonly driver?: Driver;
  /** Live changes in their order; each holds after `step`. */
  readonly changes: readonly RunChange[];
  /** Steps taken by hand that were no whole ones, in their order; each begins after `step`. */
  readonly parts: readonly RunPart[];
  /** Steps taken. */
  readonly steps: number;
  /** Index i is step i + 1; NaN where a step has no such number. */
  readonly losses: Readonly<Record<string, Float32Array>>;
  readonly measurements: readonly RunMeasurement[];
  readonly backend: BackendName;
  /** ISO date. */
  readonly date: string;
}

export interface RunChange {
  readonly step: number;
  readonly name: string;
  readonly value: ParamValue;
}

export interface RunPart {
  readonly step: number;
  readonly kind: string;
  readonly count: number;
}

/** A measurement without what its figures draw. */
export type RunMeasurement = Pick<Measurement, "step" | "scalars">;
