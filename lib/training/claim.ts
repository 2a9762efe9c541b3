/**
 * Claims: what holds of an experiment's runs. `claims.ts` beside the experiment exports them by name; `npm run evidence` measures
 * them, and `data/evidence` keeps what was measured. On wasm a run is the same everywhere, so nobody has to repeat it to believe it.
 */
import type {SamplingParams} from "../param-groups.js";
import type {Params, ParamTable} from "../params.js";
import type {Ask, ExchangeOf} from "./exchange.js";
import type {Experiment} from "./experiment.js";
import type {Measurement} from "./protocol.js";
import type {Recording} from "./recording.js";

/** What is kept of a run, and what lessons say. */
export type Findings = Readonly<Record<string, number | string>>;

/** A claim about runs that `npm run evidence` makes. */
export interface Claim<
  E extends Experiment = Experiment,
  Name extends string = string,
  Found extends Findings = Findings,
> {
  /** The sentence that it backs. */
  readonly says: string;
  readonly seeds: readonly number[];
  /** What is run with each seed, by name: the params that differ from the defaults. */
  readonly runs: Readonly<Record<Name, Partial<Params<E["params"]>>>>;
  /** Data files that `measure` reads, whether or not the experiment does. */
  readonly files?: readonly string[];
  /** Makes such a run, from before its first step to its end. */
  readonly measure: (run: ClaimRun<E>, name: NoInfer<Name>) => Promise<Found>;
  readonly rule: string;
  readonly holds: (trials: readonly Trial<Name, Found>[]) => boolean;
  /** What lessons say of it; where this is missing, the findings of the first seed, as `run.finding`. */
  readonly tells?: (trials: readonly Trial<Name, Found>[]) => Findings;
}

/** What was found with one seed, by run. */
export interface Trial<Name extends string = string, Found extends Findings = Findings> {
  readonly seed: number;
  readonly runs: Readonly<Record<Name, Found>>;
}

/** A run that is being measured. */
export interface ClaimRun<E extends Experiment = Experiment> {
  /** The bytes of the claim's files, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Every step's scalars so far, by curve. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
  /** The experiment's own steps between two measurements. */
  readonly measureSteps: number;
  /** Trains until so many steps have been taken. */
  to(step: number): Promise<void>;
  /** Changes a live param from now on. */
  set<Name extends LiveName<E["params"]>>(name: Name, value: Params<E["params"]>[Name]): void;
  /** Draws and measures with these sampling params from now on. The weights stay. */
  sample(changes: Partial<SamplingParams<E["params"]>>): void;
  measure(): Promise<Measurement<ExchangeOf<E>["measured"]>>;
  snapshot(): Promise<ExchangeOf<E>["snapshot"]>;
  /** One of the experiment's questions, answered with the sampling params that hold now. */
  readonly ask: Ask<ExchangeOf<E>["answers"]>;
}

type LiveName<T extends ParamTable> = {
  readonly [Name in keyof T & string]: T[Name] extends {readonly live: true} ? Name : never;
}[keyof T & string];

/** A claim about the experiment's recorded run, which is read and not made again. */
export interface RecordedClaim {
  readonly says: string;
  readonly tells: (recording: Recording) => Findings;
  readonly rule: string;
  readonly holds: (told: Findings, recording: Recording) => boolean;
}

export type AnyClaim = Claim | RecordedClaim;

/** A claim, with its types read off `measure`, whose `run` is declared as a `ClaimRun<typeof vaeDigits>`. */
export function claim<E extends Experiment, const Name extends string, Found extends Findings>(
  given: Claim<E, Name, Found>,
): Claim {
  return given as unknown as Claim; // each is given only its own runs
}

/** Some numbers of a measurement. Throws a RangeError for one that was not measured. */
export function numbersOf<Name extends string>(
  {scalars}: {readonly scalars: Readonly<Record<string, number>>},
  ...names: readonly Name[]
): Record<Name, number> {
  const found = names.map((name) => {
    const value = scalars[name];
    if (value === undefined)
      throw new RangeError(`not measured: ${name} (one of ${Object.keys(scalars).join(", ")})`);
    return [name, value];
  });
  return Object.fromEntries(found) as Record<Name, number>;
}

/** Whether it holds for every seed. */
export function everySeed<Name extends string, Found extends Findings>(
  holds: (runs: Readonly<Record<Name, Found>>) => boolean,
): (trials: readonly Trial<Name, Found>[]) => boolean {
  return (trials) => trials.every(({runs}) => holds(runs));
}

/**
 * The least and the most over the seeds of what was found in the runs called `name`, as "name.findingLeast" and "name.findingMost": of
 * each finding, unless `findings` names some.
 */
export function rangesOf<Name extends string, Found extends Readonly<Record<string, number>>>(
  trials: readonly Trial<Name, Found>[],
  name: Name,
  findings?: readonly (keyof Found & string)[],
): Record<string, number> {
  const found = trials.map(({runs}) => runs[name]);
  return Object.fromEntries(
    Object.entries(rangesIn(found, findings)).map(([end, value]) => [`${name}.${end}`, value]),
  );
}

/** The least and the most of each finding, or of those that `findings` names, as "findingLeast" and "findingMost". */
export function rangesIn<Found extends Readonly<Record<string, number>>>(
  found: readonly Found[],
  findings: readonly (keyof Found & string)[] = Object.keys(found[0] ?? {}),
): Record<string, number> {
  return Object.fromEntries(
    findings.flatMap((finding) => {
      const values = found.map((each) => each[finding]!);
      return [
        [`${finding}Least`, Math.min(...values)],
        [`${finding}Most`, Math.max(...values)],
      ];
    }),
  );
}
