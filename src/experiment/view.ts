import type {Params, ParamTable} from "../lib/params.js";
import type {Ask, Exchange, ExchangeOf} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Snapshot} from "../lib/training/protocol.js";
import type {Access} from "./run/address.js";
import type {RunRecord} from "./run/run-record.js";
import type {Trainer} from "./run/trainer.js";

/** Figures that are seen together, on a tab of their own. What nobody has opened is not drawn. */
export interface FigureTab {
  readonly title: string;
  readonly figures: readonly NamedFigure[];
  /** Called each time that the tab is opened: for what is fetched then. */
  readonly onopen?: () => void;
}

/** A figure, and the name to choose it by where there is room for one. */
export interface NamedFigure {
  readonly name: string;
  readonly figure: HTMLElement;
}

/**
 * The figures of one experiment. They draw what they are given; they never train. A run comes to them as it was where its weights stand
 * (`run/run-at.ts`): after the reader has gone back, nothing later is in it, and a figure that finds nothing must say so.
 */
export interface ExperimentView<X extends Exchange = Exchange> {
  /** The main figure, in one window with what drives it: as low as can be. */
  readonly picture: HTMLElement;
  /** What belongs to the picture and need not be in sight with it: switches, an enlargement. */
  readonly below?: readonly HTMLElement[];
  /** The others, on tabs beside those of every experiment. The first is open at first, so let it be the one that explains most. */
  readonly figures: readonly FigureTab[];
  readonly drawSnapshot: (snapshot: Snapshot<X["snapshot"]>, run: RunRecord) => void;
  /** Everything over steps: losses and measurements, with earlier runs beside them. */
  readonly drawRun: (
    run: RunRecord<X["measured"]>,
    compared: readonly RunRecord[],
    shownStep: number | undefined,
  ) => void;
  /** Whether its picture is what the reader is making for the run to come, such as points they paint. */
  readonly drawsStart?: () => boolean;
  /** The present picture as a canvas, for the PNG export; undefined before there is one. */
  sheet(): HTMLCanvasElement | undefined;
  /** The picture of any run as a canvas of its own, to be put beside another's; undefined where there is nothing to draw. */
  readonly sheetOf?: (
    snapshot: Snapshot<X["snapshot"]>,
    run: RunRecord,
  ) => HTMLCanvasElement | undefined;
}

export interface ViewHost<X extends Exchange = Exchange, T extends ParamTable = ParamTable>
  extends ParamHost<T> {
  readonly trainer: Trainer<X["steps"]>;
  readonly ask: Ask<X["answers"]>;
}

/** The params of an experiment, for figures that depend on them or are controls too. */
export interface ParamHost<T extends ParamTable = ParamTable> {
  /** Those that a picture of `run` is drawn with and shown with: of the view's always the page's own. */
  paramsOf(run: RunRecord): Params<T>;
  /** Changes a param as the form would, if the reader may. */
  setParam<Name extends keyof T & string>(name: Name, value: Params<T>[Name]): void;
  /** What the address leaves the reader of a param. */
  accessTo(name: keyof T & string): Access;
  /** The control of a param whose place is at a figure, kept at the value in force. */
  controlOf(name: keyof T & string): HTMLElement;
}

/** A view of what is exchanged as `X` says, with the params of `T`. */
export type ViewMaker<X extends Exchange = Exchange, T extends ParamTable = ParamTable> = (
  host: ViewHost<X, T>,
) => ExperimentView<X>;

/** The view of an experiment, `MakeView<typeof vaeDigits>`. */
export type MakeView<E extends Experiment = Experiment> = ViewMaker<ExchangeOf<E>, E["params"]>;
