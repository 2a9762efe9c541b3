import type {Driver} from "../lib/driver.js";
import type {Experiment} from "../lib/training/experiment.js";
import type {ComputedRun, RunRecord} from "./run/run-record.js";
import type {Trainer} from "./run/trainer.js";

/** An experiment on this page, as the rest of the page knows it. The registry below is for experiments what `customElements` is for elements. */
export interface PageExperiment {
  readonly trainer: Trainer;
  /** Its recorded run; `undefined` when that cannot be read. */
  readonly recorded: () => Promise<RunRecord | undefined>;
}

/** The runs of an experiment on this page. */
export interface PageRuns {
  readonly experiment: Experiment;
  readonly now: ComputedRun;
  /** Oldest first; also what was opened from files. */
  readonly earlier: readonly RunRecord[];
  /** Makes a run again from its recipe. Resolves with whether it came to its end. */
  readonly again: (run: RunRecord) => Promise<boolean>;
}

const experiments = new Map<string, PageExperiment>();
const arrivals = new Set<(id: string) => void>();

/** Makes an experiment known to the rest of the page, until `signal` aborts. */
export function register(experiment: PageExperiment, signal: AbortSignal): void {
  const {id} = experiment.trainer.experiment;
  experiments.set(id, experiment);
  for (const tell of arrivals) tell(id);
  signal.addEventListener("abort", () => {
    if (experiments.get(id) === experiment) experiments.delete(id);
  });
}

/** Calls `use` with the experiment called `id`, as soon as it is on the page and whenever another one takes its place. */
export function whenRegistered(
  id: string,
  use: (experiment: PageExperiment) => void,
  signal: AbortSignal,
): void {
  const look = (arrived: string) => {
    const experiment = experiments.get(id);
    if (arrived === id && experiment) use(experiment);
  };
  arrivals.add(look);
  signal.addEventListener("abort", () => arrivals.delete(look));
  look(id);
}

/** The runs of the experiment called `id`; `undefined` when it is not on this page. */
export function runsOf(id: string): PageRuns | undefined {
  const trainer = experiments.get(id)?.trainer;
  return (
    trainer && {
      experiment: trainer.experiment,
      now: trainer.run,
      earlier: trainer.history,
      again: (run) => trainer.replay(run),
    }
  );
}

/** Begins a run of the experiment called `id` with the reader's function in a part's place, and trains. Whether it is on this page. */
export function driveHere(id: string, driver: Driver): boolean {
  const trainer = experiments.get(id)?.trainer;
  if (!trainer) return false;
  void trainer.drive(driver).then(() => trainer.train());
  document.querySelector(`[data-experiment="${id}"]`)?.scrollIntoView({block: "start"});
  return true;
}
