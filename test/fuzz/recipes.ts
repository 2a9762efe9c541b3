/** Recipes in pictures: one is read as a run that can be followed, written and read again, or is refused in one short line. */
import {defaultParams, type Params} from "../../lib/params.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {replay} from "../../lib/training/replay.js";
import {recipeText} from "../../src/experiment/run/recipe.js";
import {newRun} from "../../src/experiment/run/run-record.js";
import {experiments} from "../../src/experiments/index.js";
import {type FollowableRun, followable, toldRun} from "../../src/provenance/told-run.js";
import {shapeOf} from "./fuzz.js";
import {mutateText} from "./mutate-text.js";
import {isSame} from "./same.js";
import {messageProblem, type Outcome, type Target} from "./target.js";

interface Read extends Outcome {
  readonly run: FollowableRun;
  /** The same, written and read again. */
  readonly again: FollowableRun;
  readonly written: string;
  readonly writtenAgain: string;
}

interface Refused extends Outcome {
  readonly message: string;
}

export const recipes: Target<Read | Refused> = {
  name: "recipes",
  seeds: Object.values(experiments).map(seed),
  mutate: mutateText,
  run(text) {
    const told = toldRun(text);
    const experiment = told && Object.hasOwn(experiments, told.experiment);
    if (!told || !experiment) return {kind: "no recipe", message: "no recipe of the course"};
    const found = experiments[told.experiment]!;
    try {
      const run = followable(told, found);
      const written = textOf(found, run);
      const again = followable(toldRun(written)!, found);
      return {kind: `read ${found.id}`, run, again, written, writtenAgain: textOf(found, again)};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return {kind: shapeOf(error.message), message: error.message};
    }
  },
  holds(outcome) {
    if ("message" in outcome) return messageProblem(outcome.message);
    const {run, again, written, writtenAgain} = outcome;
    if (written !== writtenAgain || !isSame(run.params, again.params))
      return "a run that is another one when it is written and read again";
    const taken = replay(run).reduce(
      (sum, each) => sum + (each.type === "step" ? each.count : 0),
      0,
    );
    return taken === run.steps ? undefined : `${run.steps} steps that are followed for ${taken}`;
  },
};

function textOf(experiment: Experiment, {params, changes, parts, steps}: FollowableRun): string {
  const run = {...newRun(experiment, 1, params), changes: [...changes], parts: [...parts]};
  return recipeText(experiment, {...run, step: steps, backend: "wasm"});
}

/** Three steps with something on every kind of line. */
function seed(experiment: Experiment): string {
  const {params: table, stepKinds} = experiment;
  const params = defaultParams(table) as Params;
  const live = Object.entries(table).filter(([, param]) => param.live && param.kind === "number");
  const changes = live.map(([name, param], i) => ({
    step: Math.min(i, 3),
    name,
    value: param.kind === "number" ? param.max : "",
  }));
  const parts = Object.keys(stepKinds)
    .slice(-1)
    .map((kind) => ({step: 1, kind, count: 2}));
  return textOf(experiment, {params, changes: changes.slice(0, 1), parts, steps: 3, unnamed: []});
}
