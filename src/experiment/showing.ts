import type {ParamTable} from "../lib/params.js";
import type {Exchange} from "../lib/training/exchange.js";
import type {Sources} from "./panels/source-view.js";
import type {RecordingFiles} from "./recording.js";
import type {ViewMaker} from "./view.js";

/** What is fetched of an experiment when a reader comes near. */
export interface Late<X extends Exchange = Exchange, T extends ParamTable = ParamTable> {
  /** Resolves when it can be shown, with its style. */
  view(): Promise<ViewMaker<X, T>>;
  /** The files of the description's `sources`, by their paths. */
  readonly sources: Sources;
}

/** What shows an experiment on a page, beside its description. */
export interface Showing<X extends Exchange = Exchange, T extends ParamTable = ParamTable> {
  readonly late: () => Promise<Late<X, T>>;
  /** Its recorded run, files of `data/recorded/`; a new experiment has none yet. */
  readonly recording?: RecordingFiles;
}
