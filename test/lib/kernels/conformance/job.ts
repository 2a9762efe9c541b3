/** What is told to a process that runs specs, and what it writes down, a line of JSON each. */

/** On what the specs run: the back end as TF.js has it, or after `installKernels()`. */
export interface Way {
  readonly backend: "cpu" | "wasm";
  readonly kernels: "stock" | "ours";
}

export interface Limits {
  /** Of processor time, for one spec. */
  readonly specSeconds: number;
  /** Of the whole process. */
  readonly megabytes: number;
}

export interface Job extends Way {
  /** The specs' files as they are called, and the module of each beside the process's own. */
  readonly files: readonly {readonly name: string; readonly module: string}[];
  /** The back end that the specs are told of while they are declared: some are declared for one only. */
  readonly declaredFor: string;
  /** The number of the first spec to run; those before it are only declared. */
  readonly first: number;
  readonly limits: Limits;
  /** Path of the file to write to. */
  readonly report: string;
}

/** A spec by its number in the order of its declaration, which is the order in which they run. */
export interface Spec {
  readonly index: number;
  readonly file: string;
  readonly name: string;
}

export interface Result extends Spec {
  readonly status: "passed" | "failed" | "pending";
  /** Why it failed. */
  readonly message: string;
}

export type Line =
  | {readonly began: Spec}
  | {readonly ended: Result}
  /** Why the process was ended. */
  | {readonly stopped: string}
  /** All specs have been run. */
  | {readonly done: true};
