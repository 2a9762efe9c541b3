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
  /** The two or three params to be tried first, in the order shown; the others are folded away. */
  readonly mainParams: readonly (keyof T & string)[];
  /** CSS pixels of its main figure in windows of 360 and of 1440, kept until it comes, so that nothing is pushed away then. */
  readonly pictureHeights?: {readonly phone: number; readonly desk: number};
  /** Names of `data/` files this run reads, as keys of `data/manifest.json` files. */
  files(params: Params<T>): readonly string[];
  /** The kinds of step of `X`, in the order shown; each is a button beside that for a whole step. */
  readonly stepKinds: Readonly<Record<Whole<X>["steps"], StepKind>>;
  /** Losses and other numbers of each step, in the order in which tables and exports have them. */
  readonly curves: Described<Whole<X>["curves"], Curve>;
  /** Numbers measured every so often, each with its floor. */
  readonly measures: Described<Whole<X>["measures"], Measure>;
  /** Curves and measures that tell a run in words, where all of them would be too many for a phone: three or four. Default all. */
  readonly told?: readonly (NameIn<Whole<X>["curves"]> | NameIn<Whole<X>["measures"]>)[];
  /** The figures over steps, in the order shown. */
  readonly plots: readonly Plot<NameIn<Whole<X>["curves"]>, NameIn<Whole<X>["measures"]>>[];
  /** Words for what its main figure shows. The page adds how that was made: "Live: 40 pictures after 300 steps, seed 7, wasm." */
  readonly caption?: string;
  /** Back ends worth measuring for nets of this size; the others only stand in. */
  readonly backends: readonly BackendName[];
  /** The params that decide how long a step takes: a measurement holds for them. */
  readonly sizeParams: readonly string[];
  /** The params that decide how long a start takes. A choice among them offers what takes least first. */
  readonly startParams?: readonly string[];
  /** So many steps are some seconds of training: for tests and measurements that need a run, but not its end. */
  readonly fewSteps: number;
  /** The aim of the default run; a demonstration may have none. */
  readonly goal?: Goal;
  /** Parts of its model whose place a reader's function may take, by the name of that function. */
  readonly drivenParts?: Readonly<Record<string, DrivenPart>>;
  /** The source files a reader sees under "show the code that ran", relative to the project's root. */
  readonly sources: readonly string[];
  /** A place for the types alone: no description has a value here. */
  readonly exchange?: Whole<X>;
}

type NameIn<Numbers> = keyof Numbers & string;

type Described<Numbers, Description> = Readonly<Record<NameIn<Numbers>, Description>>;

/** Who a line speaks of; decides its colour everywhere. */
export type Role = "real" | "generated" | "judge" | "chance";

/** Numbers that a default run is to reach in the page, on two cores without a GPU. */
export interface Goal {
  /** By measure; all of them at once. */
  readonly targets: Readonly<Record<string, number>>;
  /** From pressing Train. */
  readonly seconds: number;
}

/** A part of a model that a reader may write. */
export interface DrivenPart {
  /** What it is: "the generator's loss". */
  readonly label: string;
  /** The exercise in which it is written. */
  readonly exercise: string;
  /** Whether it only draws: no step of training asks it. */
  readonly draws?: true;
  /** Whether it shapes a network: it is asked once, when the run is made. */
  readonly shapes?: true;
}

/** What can be told of the parts of an experiment that a reader may write, by name, without the rest of its description. */
export interface Drivable {
  readonly title: string;
  readonly parts: Readonly<Record<string, DrivenPart>>;
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
  /** Whose quality it is, "generated" by default. */
  readonly role?: Role;
  /** Of its axis, "linear" by default. */
  readonly scale?: "linear" | "log";
  /** The number that a count or a share is out of. Its axis ends there, and its figure writes whole numbers. */
  readonly outOf?: number;
  readonly floor?: FloorWords;
  /** Asks a classifier that knows the course's pictures alone: of a reader's own it is not measured. */
  readonly isJudged?: true;
  readonly interval?: IntervalSource;
  readonly help: string;
}

/** A count of a measurement by its name, or how many there always are. */
type CountSource = "samples" | "count" | number;

/**
 * Where the interval of 95 % of a measure comes from: how far the number might lie off with as many other pictures. Of a share, in per cent, it follows
 * from the share and from how many it is of; others come with each measurement. `none` says in a few words why there is none.
 */
export type IntervalSource =
  | {readonly shareOf: CountSource}
  | SampledInterval
  | {readonly none: string};

export interface SampledInterval {
  /** `interval`: each interval says it itself. */
  readonly sampledOf: CountSource | "interval";
  /** Its row in the array `intervals` of a measurement, [k, 2], where it is held there. */
  readonly row?: number;
  /** Runs kept before it had its place have it in that of the floor, and no floor. */
  readonly onceInFloor?: true;
}

/** Where a measure's floor comes from. Its numbers come with each measurement. */
export interface FloorWords {
  /** Beside the numbers, "real ones" by default. */
  readonly name?: string;
  /** Below the figure, where the floor is a grey band. */
  readonly meaning: string;
}

/** A figure over steps: some curves together, or a measure with its floor. */
export type Plot<Curves extends string = string, Measures extends string = string> =
  | CurvesPlot<Curves>
  | MeasurePlot<Measures, Curves>;

export interface CurvesPlot<Curves extends string = string> {
  readonly curves: readonly Curves[];
  /** How a screen reader names the figure. */
  readonly label: string;
  readonly caption: string;
  readonly levels?: readonly Level[];
}

export interface MeasurePlot<Measures extends string = string, Curves extends string = string> {
  readonly measure: Measures;
  readonly caption: string;
  readonly reading?: Reading<Curves>;
}

/** A curve from which the measure can be read, well or badly: it is drawn over the measure, in the colour of its role. */
export interface Reading<Curves extends string = string> {
  readonly curve: Curves;
  /** The curve's numbers times this are those of the measure. */
  readonly factor: number;
  /** Before its number: "the critic reads". */
  readonly label: string;
  /** Whether the measure is read there with these params. */
  isOne(params: Params): boolean;
}

/** A horizontal line with a meaning, such as the score of pure guessing. */
export interface Level {
  readonly value: number;
  readonly label: string;
}
