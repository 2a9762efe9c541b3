import type {Scalars} from "../models/model.js";

/** The numbers of the steps since the last `take`: all kept, none skipped. */
export interface Entries {
  /** The step of index 0. */
  readonly first: number;
  readonly curves: Readonly<Record<string, Float32Array>>;
  /** Mean ms of these steps. */
  readonly msPerStep: number;
}

/** Collects per-step numbers. A curve that a step does not have, because it is of another kind, is NaN there. */
export class Ledger {
  #steps: Scalars[] = [];
  #ms = 0;
  #last = 0;

  /** Notes the numbers of `step`, which took `ms`. Steps come in order. */
  add(step: number, scalars: Scalars, ms: number): void {
    this.#steps.push(scalars);
    this.#last = step;
    this.#ms += ms;
  }

  /** Everything noted since the last call; undefined when nothing was. */
  take(): Entries | undefined {
    const steps = this.#steps;
    if (steps.length === 0) return undefined;
    const names = new Set(steps.flatMap((scalars) => Object.keys(scalars)));
    const entries = {
      first: this.#last - steps.length + 1,
      curves: Object.fromEntries([...names].map((name) => [name, curve(steps, name)])),
      msPerStep: this.#ms / steps.length,
    };
    this.#steps = [];
    this.#ms = 0;
    return entries;
  }
}

function curve(steps: readonly Scalars[], name: string): Float32Array {
  return Float32Array.from(steps, (scalars) => scalars[name] ?? Number.NaN);
}
