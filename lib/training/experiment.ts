import type {Params, ParamTable} from "../params.js";
import type {Exchange, Whole} from "./exchange.js";
import type {BackendName} from "./protocol.js";

/**
 * What page, worker and Node agree on about one experiment: its params and the files it reads. No TF.js here.
 * Its worker side, which builds the model, is `setup.ts` beside it.
 */
export interface Experiment<
  T extends ParamTable = ParamTable,
  X extends Partial<Exchange> = Exchange,
> {
  readonly id: string;
  readonly title: string;
  readonly params: T;
  /** Names of `data/` files this run reads, as keys of `data/manifest.json` files. */
  files(params: Params<T>): readonly string[];
  /** The kinds of step of `X`, in the order shown; each is a button beside that for a whole step. */
  readonly stepKinds: Readonly<Record<Whole<X>["steps"], StepKind>>;
  /** Losses and other per-step numbers, in the order shown; the keys of every step's scalars. */
  readonly curves: Readonly<Record<string, Curve>>;
  /** Numbers measured every so often, each shown with its floor. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Back ends worth measuring for nets of this size; the others only stand in. */
  readonly backends: readonly BackendName[];
  /** The params that decide how long a step takes: a measurement holds for them. */
  readonly sizeParams: readonly string[];
  /** The params that decide how long a start takes. */
  readonly startParams?: readonly string[];
  /** So many steps are some seconds of training: for tests and measurements that need a run, but not its end. */
  readonly fewSteps: number;
  /** What the default run is for; a demonstration may have none. */
  readonly goal?: Goal;
  /** Whether two runs stand side by side as soon as there are two; otherwise the reader opens them. */
  readonly comparesAtOnce?: boolean;
  /** The source files a reader sees under "show the code that ran", relative to the project's root. */
  readonly sources: readonly string[];
  /** A place for the types alone: no description has a value here. */
  readonly exchange?: Whole<X>;
}

/** Who a line speaks of; decides its colour everywhere. */
export type Role = "real" | "generated" | "judge" | "chance";

/** What a default run is to reach in the page, on two cores without a GPU. */
export interface Goal {
  /** By measure; all of them at once. */
  readonly targets: Readonly<Record<string, number>>;
  /** From pressing Train. */
  readonly seconds: number;
}

/** How the button of a kind of step reads: its text is short, its label says what such a step does. */
export interface StepKind {
  readonly text: string;
  readonly label: string;
}

export interface Curve {
  readonly label: string;
  readonly role: Role;
  readonly help: string;
}

export interface Measure {
  readonly label: string;
  /** "" when the measure has none. */
  readonly unit: string;
  /** Counts things, so it is shown without decimals. */
  readonly whole?: boolean;
  /** `neither` for a number that only informs. */
  readonly better: "lower" | "higher" | "neither";
  /** What its floor is, in words: "real ones" unless told. */
  readonly band?: string;
  readonly help: string;
}
