import type {ParamValue} from "../lib/params.js";
import type {Snapshot} from "../lib/training/protocol.js";
import type {RunRecord} from "./run-record.js";
import type {Trainer} from "./trainer.js";

/** The figures of one experiment. They draw what they are given; they never train. */
export interface ExperimentView {
  /** In the order shown; the first spans the width. */
  readonly figures: readonly HTMLElement[];
  drawSnapshot(snapshot: Snapshot, run: RunRecord): void;
  /** Everything over steps: losses and measurements, with earlier runs beside them. */
  drawRun(run: RunRecord, compared: readonly RunRecord[], shownStep: number | undefined): void;
  /** The present picture as a canvas, for the PNG export; undefined before there is one. */
  sheet(): HTMLCanvasElement | undefined;
  /** The picture of any run as a canvas of its own, to be put beside another's; undefined where there is nothing to draw. */
  sheetOf?(snapshot: Snapshot, run: RunRecord): HTMLCanvasElement | undefined;
}

export interface ViewHost {
  readonly trainer: Trainer;
  /** Changes a param as the form would; for figures that are controls too. */
  setParam(name: string, value: ParamValue): void;
}

export type MakeView = (host: ViewHost) => ExperimentView;
