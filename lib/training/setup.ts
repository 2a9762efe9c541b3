import type {NamedArrays} from "../array.js";
import type {ReaderFunction} from "../driving/reader-function.js";
import type {Model} from "../models/model.js";
import type {Batches} from "../models/tensor-batches.js";
import type {SamplingParams, WorkerParams} from "../param-groups.js";
import type {Params, ParamTable} from "../params.js";
import type {Random} from "../random.js";
import type * as tf from "../tf.js";
import type {Exchange, ExchangeOf} from "./exchange.js";
import type {Experiment} from "./experiment.js";

/** The worker's side of an experiment: everything `training` needs to run it, built for one set of params. */
export interface Setup<X extends Exchange = Exchange, S extends Params = Params> {
  readonly model: Model;
  readonly batches: Batches;
  /** What the figures draw now. */
  snapshot(): Promise<X["snapshot"]>;
  /** The dear numbers with their floors. */
  measure(): Promise<Measured<X>>;
  /** Answers to `ask`, by question. What is asked has crossed from the page, so each checks its inputs itself. */
  readonly answers: {
    readonly [Question in keyof X["answers"]]: (
      inputs: NamedArrays,
    ) => Promise<X["answers"][Question]["tells"]>;
  };
  /** A fixed input for the activations of `network`, [n, ...], or one for each of its inputs. The caller disposes it. */
  probe(network: string): Probe;
  /** Takes the sampling params that hold from now on for whatever is drawn, measured or answered; at first those of the context do. */
  sample?(sampling: S): void;
  /** Whether the param `name` changes at once what is measured: a live one also what is shown, and not only the steps to come. */
  readonly shows?: (name: string) => boolean;
  readonly cadence: {
    /** Steps between two measurements and between two checkpoints. */
    readonly measureSteps: number;
    readonly checkpointSteps: number;
  };
  dispose(): void;
}

export interface Measured<X extends Exchange = Exchange> {
  readonly scalars: X["measures"] & Counts;
  readonly floors: {readonly [Name in keyof X["measures"]]: Floor};
  /** Of 95 %, for the measures whose description says that they are sampled. */
  readonly intervals?: {
    readonly [Name in keyof X["measures"]]?: Floor & {readonly n?: number | undefined};
  };
  readonly arrays: X["measured"];
}

/** Whole numbers that a measured share was made of, for graders and words. */
type Counts = Readonly<Partial<Record<"samples" | "right" | "count", number>>>;

interface Floor {
  readonly low: number;
  readonly high: number;
}

export interface SetupContext<T extends ParamTable = ParamTable> {
  readonly params: WorkerParams<T>;
  /** Forked from the seed; the setup forks it further for initial weights, fixed noise and so on. */
  readonly random: Random;
  /** The verified bytes of each file the experiment named. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly inputs: NamedArrays;
  /** The reader's function in the place of one of the experiment's `drivenParts`, if there is one. */
  readonly driven?: ReaderFunction;
}

/** What `make` makes of the reader's function, where it takes the place of `part`. */
export function drivenBy<Outside>(
  {driven}: Pick<SetupContext, "driven">,
  part: string,
  make: (fn: ReaderFunction) => Outside,
): Outside | undefined {
  return driven?.part === part ? make(driven) : undefined;
}

/** One tensor [n, ...], or one for each input of a network. */
export type Probe = tf.Tensor | tf.Tensor[];

/** An experiment and how it is made. */
export interface Runnable {
  readonly experiment: Experiment;
  readonly makeSetup: MakeSetup;
}

/** Its model's step takes every kind and gives every curve that the description names, and what has sampling params takes others. */
export type MakeSetup<E extends Experiment = Experiment> = (
  context: SetupContext<E["params"]>,
) => Promise<
  Setup<ExchangeOf<E>, SamplingParams<E["params"]>> & {
    readonly model: Stepping<ExchangeOf<E>>;
  } & Sampling<E["params"]>
>;

/** Nothing for a table without sampling params, or one that is not known. */
type Sampling<T extends ParamTable> = string extends keyof T
  ? unknown
  : [keyof SamplingParams<T>] extends [never]
    ? unknown
    : {sample(sampling: SamplingParams<T>): void};

/** A property, not a method as in `Model`: with its arguments the compiler is strict. */
interface Stepping<X extends Exchange> {
  readonly step: (batch: never, random: Random, kind?: X["steps"]) => Promise<X["curves"]>;
}
