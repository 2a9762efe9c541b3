/** What page and worker say to each other. Plain data; arrays are transferred. No tensor, model or optimiser crosses. */
import type {NamedArrays, NdArray} from "../array.js";
import type {FileSource} from "../datasets/file-source.js";
import type {Driver} from "../driver.js";
import type {Params, ParamValue} from "../params.js";
import type {RandomState} from "../random.js";

export type {FileSource} from "../datasets/file-source.js";

export const backendNames = ["webgpu", "webgl", "wasm", "cpu"] as const;
export type BackendName = (typeof backendNames)[number];

/** All that a run needs to go on bit-equal on the same back end. */
export interface Checkpoint {
  readonly experiment: string;
  readonly step: number;
  /** The training params in force, with live changes. */
  readonly params: Params;
  readonly random: RandomState;
  /** Where the batch pipeline stands: the epoch's shuffling seed state and the position in it. */
  readonly batches: {readonly random: RandomState; readonly position: number};
  readonly arrays: NamedArrays;
}

/** Why a run stopped, in words for the reader. */
export interface Problem {
  readonly code:
    | "diverged"
    | "device-lost"
    | "out-of-memory"
    | "bad-file"
    | "bad-params"
    | "bad-checkpoint"
    | "no-backend"
    | "worker-died"
    /** The reader's function, in the place of a part of the model, gave what the model cannot go on with. */
    | "driver"
    /** A command that makes no sense now, e.g. a step while the run goes on; nothing has changed. */
    | "wrong-state"
    | "internal";
  /** What happened, with the value. */
  readonly message: string;
  /** What to try. */
  readonly advice: string;
}

export interface StartOptions {
  readonly experiment: string;
  readonly params: Params;
  readonly files: Readonly<Record<string, FileSource>>;
  /** Back ends to try, best first: the first that runs is used. */
  readonly backends: readonly BackendName[];
  /** Folder of the wasm back end's binaries, with a trailing slash, or exact URLs by file name. */
  readonly wasmPaths: string | Readonly<Record<string, string>>;
  /** So many threads; without it, a short measurement decides. */
  readonly threads?: number;
  /** Where to go on. Of the params that may change mid-run those of `params` hold, not the checkpoint's. */
  readonly checkpoint?: Checkpoint;
  /** What the reader made for the run, such as painted points [n, 2]; a setup that has no use for it passes it over. */
  readonly inputs?: NamedArrays;
  /** The reader's function in the place of a part of the model. */
  readonly driver?: Driver;
  /** Where its code runs; only the host knows what that is. */
  readonly place?: unknown;
}

/** Page to worker. Every command is answered by one `reply` with its id. */
export type Command =
  /** Builds the run and pauses before its first step, or at `options.checkpoint`. */
  | {readonly type: "start"; readonly options: StartOptions}
  /** Instead of `start`: times a few steps of the model on one back end. Afterwards the worker takes only `dispose`:
   * several back ends in turn have cost a page its browser, so each is timed in a worker of its own. */
  | {
      readonly type: "benchmark";
      readonly options: Omit<StartOptions, "backends" | "checkpoint">;
      readonly backend: BackendName;
    }
  | {readonly type: "train"} // run until paused, done or failed
  | {readonly type: "pause"}
  /** Whole steps, or of a kind that the experiment names. Answered when they are taken or interrupted; the run is then paused. */
  | {readonly type: "step"; readonly kind?: string | undefined; readonly count: number}
  /** Changes a live param of training, or a sampling param: then a picture follows. */
  | {readonly type: "set"; readonly name: string; readonly value: ParamValue}
  /** Least time from one step to the next, in ms; 0 is full speed. */
  | {readonly type: "pace"; readonly msPerStep: number}
  /** Puts a checkpoint back (seek, branch), with the params in force then; the run is paused there, a picture follows. */
  | {readonly type: "restore"; readonly checkpoint: Checkpoint}
  | {readonly type: "measure"}
  /** A question about the present weights, e.g. `nearest`; the setup lists what it answers. */
  | {readonly type: "ask"; readonly question: string; readonly inputs: NamedArrays}
  /** A network as the parts of a TF.js LayersModel. */
  | {readonly type: "export"; readonly network: string}
  /** Layers, weights and activations of a network, for the "look inside" panel. */
  | {readonly type: "inspect"; readonly network: string}
  | {readonly type: "checkpoint"}
  /** The page has drawn the last picture and can take another. */
  | {readonly type: "shown"}
  | {readonly type: "dispose"};

export type Request = Command & {readonly id: number};

/** Median ms of a step on one back end. */
export interface Timing {
  readonly backend: BackendName;
  readonly msPerStep: number;
}

export interface Started {
  readonly backend: BackendName;
  /** What the reader should know: a back end that was asked for and is not there, a fall-back. */
  readonly notes: readonly string[];
  readonly step: number;
  readonly weights: Readonly<Record<string, number>>; // parameters by network
}

/** What `reply.result` holds, by command; `undefined` for all others. */
export interface Results {
  readonly start: Started;
  readonly benchmark: Timing;
  /** Steps really taken: fewer than asked when a pause or the step limit came first. */
  readonly step: number;
  /** The step after which the new value holds: what a replay must know. */
  readonly set: number;
  readonly measure: Measurement;
  readonly ask: NamedArrays;
  readonly export: LayersModelParts;
  readonly inspect: Inspection;
  readonly checkpoint: Checkpoint;
}
export type Result<Type extends Command["type"]> = Type extends keyof Results
  ? Results[Type]
  : undefined;

/** A picture of the run: what the figures draw. Latest wins. */
export interface Snapshot<Arrays extends NamedArrays = NamedArrays> {
  readonly step: number;
  readonly arrays: Arrays;
}

/** A measurement, with everything needed to draw its band. */
export interface Measurement<Arrays extends NamedArrays = NamedArrays> {
  readonly step: number;
  /** By measure; beside these, counts that a share was made of: `samples`, or `right` of `count`. */
  readonly scalars: Readonly<Record<string, number>>;
  /** Noise floor by measure: what two sets of real samples score against each other. */
  readonly floors: Readonly<Record<string, {readonly low: number; readonly high: number}>>;
  /** Of 95 %, by measure, some with how many pictures they are of. Runs kept or recorded earlier have none. */
  readonly intervals?: Readonly<
    Partial<
      Record<string, {readonly low: number; readonly high: number; readonly n?: number | undefined}>
    >
  >;
  readonly arrays: Arrays;
}

/** Per-step numbers since the last `progress`: all kept, none skipped. `first` is the step of index 0. */
export interface Progress {
  readonly first: number;
  readonly curves: Readonly<Record<string, Float32Array>>;
  readonly msPerStep: number;
  /** Threads at work, where there may be several and their number is decided. */
  readonly threads?: number;
  readonly memory: {readonly tensors: number; readonly bytes: number};
}

export interface LayersModelParts {
  readonly modelJson: string;
  /** The concatenated weights, as `weights.bin`. */
  readonly weights: Uint8Array;
}

export interface InspectedLayer {
  readonly name: string;
  readonly type: string;
  readonly outputShape: readonly (number | null)[];
  readonly parameters: number;
  /** The layer whose output it takes, or the network's second or third input; without it, the first. */
  readonly input?: string;
  /** The name of its activation function, "linear" without one. */
  readonly activation: string;
  readonly convolution?: Convolution;
}

/** How a layer moves its kernel over its input. */
export interface Convolution {
  readonly strides: readonly [number, number];
  readonly padding: "same" | "valid";
  /** Whether it spreads each input over the kernel instead of gathering it. */
  readonly isTransposed: boolean;
}

export interface Inspection {
  readonly step: number;
  readonly layers: readonly InspectedLayer[];
  /** The network's first input: the fixed noise or a fixed batch, [n, ...]. */
  readonly input: NdArray;
  /** By `layer/weight`. */
  readonly weights: NamedArrays;
  /** The inputs beside it, of a network that has several, by name. */
  readonly otherInputs: NamedArrays;
  /** Outputs of each layer for that input, by layer. */
  readonly activations: NamedArrays;
}

/** What a start has loaded: all code of the back end, or of the experiment, or so many more bytes of its files. */
export type Loaded =
  | {readonly part: "backend" | "experiment"}
  | {readonly part: "files"; readonly bytes: number};

export type WorkerEvent =
  | {readonly type: "reply"; readonly id: number; readonly result: unknown}
  | {readonly type: "refused"; readonly id: number; readonly problem: Problem}
  | {readonly type: "loaded"; readonly loaded: Loaded}
  | {readonly type: "progress"; readonly progress: Progress}
  | {readonly type: "snapshot"; readonly snapshot: Snapshot}
  | {readonly type: "measurement"; readonly measurement: Measurement}
  | {readonly type: "checkpoint"; readonly checkpoint: Checkpoint}
  /** `why` is for the reader: "step limit reached", "paused". */
  | {
      readonly type: "status";
      readonly status: "running" | "paused" | "done";
      readonly step: number;
      readonly why: string;
    }
  /** The run ended; the last good checkpoint has been sent before. */
  | {readonly type: "failed"; readonly problem: Problem; readonly step: number}
  /** At least once a second while the worker is alive and not inside one long step. */
  | {readonly type: "alive"; readonly step: number};
