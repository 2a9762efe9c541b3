/** Short runs of several experiments, side by side or one after another: who takes part, and what each has come to. */

import type {ShortRunEnd} from "../../experiment/run/short-run.js";
import type {Params} from "../../lib/params.js";
import {judgedExperiments} from "../../lib/questions/maker-name.js";
import type {Subject} from "../../lib/questions/subjects.js";
import type {Experiment} from "../../lib/training/experiment.js";

export type Order = "sideBySide" | "oneByOne";

export interface Terms {
  readonly ids: readonly string[];
  readonly subject: Subject;
  readonly seconds: number;
  readonly seed: number;
  readonly order: Order;
}

export const mostSeconds = 120;
const largestSeed = 4_294_967_295;

/** What is wrong with the terms, for the reader; nothing where a contest can begin. */
export function termsError({ids, seconds, seed}: Terms, most: number): string | undefined {
  if (ids.length < 1 || ids.length > most)
    return `${ids.length} chosen to be trained: choose 1 to ${most}.`;
  if (!(seconds >= 1 && seconds <= mostSeconds))
    return `Seconds each: ${seconds}. Give a number from 1 to ${mostSeconds}.`;
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= largestSeed))
    return `Seed: ${seed}. Give a whole number from 0 to ${largestSeed}.`;
  return undefined;
}

/** Who can be trained to make pictures of each kind. */
export const contestants: Readonly<Record<Subject, readonly string[]>> = {
  digits: judgedExperiments,
  clothes: ["gan-digits", "conditional-gan", "vae-digits"],
  faces: ["vae-faces"],
  emoji: ["prompt"],
};

/** The settings that an experiment's page starts with, the contest's seed, and its pictures where the experiment has a choice of them. */
export function contestParams({params}: Experiment, seed: number, subject: Subject): Params {
  const entries = Object.entries(params).map(([name, param]) => [name, param.default]);
  return {...Object.fromEntries(entries), seed, ...("dataset" in params && {dataset: subject})};
}

/** All of `ids` by `run`, at once or each after the one before. What fails is left to `run`. */
export async function inOrder(
  ids: readonly string[],
  order: Order,
  run: (id: string) => Promise<void>,
): Promise<void> {
  if (order === "sideBySide") await Promise.all(ids.map(run));
  else for (const id of ids) await run(id);
}

/** "812 steps in 10.0 s". */
export function endWords({step, ms}: Pick<ShortRunEnd, "step" | "ms">): string {
  return `${step} steps in ${(ms / 1000).toFixed(1)} s`;
}
