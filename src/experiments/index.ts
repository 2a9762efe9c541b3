/** Every experiment by its id, for scripts and tests. A page and its worker have only their own. */
import type {MakeSetup, Runnable} from "../../lib/training/setup.js";
import {named} from "../lib/named.js";
import type {SheetQuestion} from "../lib/questions/sheet-question.js";
import type {Experiment} from "../lib/training/experiment.js";
import {experiments} from "../vendor/experiments/descriptions.js";
import {loaders} from "../vendor/experiments/loaders.js";
import {sheetQuestions} from "../vendor/experiments/questions.js";

export {experiments} from "../vendor/experiments/descriptions.js";
export {sheetQuestions} from "../vendor/experiments/questions.js";

/** The experiment called `id`. Throws a RangeError that lists the known ones. */
export function findExperiment(id: string): Experiment {
  return named("experiment", experiments, id);
}

/** How the experiment called `id` is made. Rejects with a RangeError that lists the known ones. */
export async function findSetup(id: string): Promise<MakeSetup> {
  return (await findRunnable(id)).makeSetup;
}

/** Both sides of the experiment called `id`. Rejects with a RangeError that lists the known ones. */
export async function findRunnable(id: string): Promise<Runnable> {
  // To the compiler the library is one thing under `lib` and another under `src/lib`, the link that pages need.
  return named("experiment", loaders, id)() as unknown as Promise<Runnable>;
}

/** The question called `name`, "gan-digits.strongJudge". Throws a RangeError that lists the known ones. */
export function findSheetQuestion(name: string): SheetQuestion {
  return named("sheet question", sheetQuestions, name);
}
