import type {RunRecord} from "./run-record.js";
import type {Trainer} from "./trainer.js";

/** The runs of an experiment on this page. */
export interface RunsOnPage {
  readonly now: RunRecord;
  /** Oldest first. */
  readonly earlier: readonly RunRecord[];
}

const trainers = new Map<string, Trainer>();

/** Makes the runs of `trainer` known to the rest of the page, until `signal` aborts. */
export function putOnPage(trainer: Trainer, signal: AbortSignal): void {
  const {id} = trainer.experiment;
  trainers.set(id, trainer);
  signal.addEventListener("abort", () => {
    if (trainers.get(id) === trainer) trainers.delete(id);
  });
}

/** The runs of the experiment called `id`; `undefined` when it is not on this page. */
export function runsOnPage(id: string): RunsOnPage | undefined {
  const trainer = trainers.get(id);
  return trainer && {now: trainer.run, earlier: trainer.history};
}
