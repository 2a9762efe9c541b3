import type {ParamValue} from "../lib/params.js";
import type {Ask, Exchange, ExchangeOf} from "../lib/training/exchange.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {Snapshot} from "../lib/training/protocol.js";
import type {RunRecord} from "./run/run-record.js";
import type {Trainer} from "./run/trainer.js";

/** The figures of one experiment. They draw what they are given; they never train. */
export interface ExperimentView<X extends Exchange = Exchange> {
  /** In the order shown; the first spans the width. */
  readonly figures: readonly HTMLElement[];
  readonly drawSnapshot: (snapshot: Snapshot<X["snapshot"]>, run: RunRecord) => void;
  /** Everything over steps: losses and measurements, with earlier runs beside them. */
  readonly drawRun: (
    run: RunRecord<X["measured"]>,
    compared: readonly RunRecord[],
    shownStep: number | undefined,
  ) => void;
  /** The present picture as a canvas, for the PNG export; undefined before there is one. */
  sheet(): HTMLCanvasElement | undefined;
  /** The picture of any run as a canvas of its own, to be put beside another's; undefined where there is nothing to draw. */
  readonly sheetOf?: (
    snapshot: Snapshot<X["snapshot"]>,
    run: RunRecord,
  ) => HTMLCanvasElement | undefined;
}

export interface ViewHost<X extends Exchange = Exchange> {
  readonly trainer: Trainer<X["steps"]>;
  readonly ask: Ask<X["answers"]>;
  /** Changes a param as the form would; for figures that are controls too. */
  setParam(name: string, value: ParamValue): void;
}

/** A view of what is exchanged as `X` says. */
export type ViewMaker<X extends Exchange = Exchange> = (host: ViewHost<X>) => ExperimentView<X>;

/** The view of an experiment, `MakeView<typeof vaeDigits>`. */
export type MakeView<E extends Experiment = Experiment> = ViewMaker<ExchangeOf<E>>;
