/** The order of what a run file says was done. Each check is one pass, however long the lists are. */
import {refuse} from "../field-checks.js";
import type {Params} from "../params.js";
import type {RunChange, RunPart} from "./run-file-type.js";

interface Recipe {
  readonly params: Params;
  readonly changes: readonly RunChange[];
  readonly parts: readonly RunPart[];
  readonly steps: number;
}

/** Throws a RangeError unless the recipe can have been followed: everything in its order, no step past the limit in force. */
export function checkOrder(recipe: Recipe): void {
  checkAscending("change.step", recipe.changes);
  checkParts(recipe);
  checkLimit(recipe);
}

/** Throws a RangeError for a step that comes before the one ahead of it in the list; with `apart`, also for the same one. */
export function checkAscending(
  path: string,
  events: readonly {readonly step: number}[],
  apart = 0,
): void {
  let least = 0;
  for (const {step} of events) {
    if (step < least) refuse(path, step, `${least} or later, as the list goes on`);
    least = step + apart;
  }
}

/** Steps are taken once: parts follow each other, and no change comes in the middle of one. */
function checkParts({changes, parts}: Recipe): void {
  let end = 0;
  let next = 0;
  for (const {step, count} of parts) {
    if (step < end) refuse("part.step", step, `from ${end}, where the part before it ends`);
    end = step + count;
    while (next < changes.length && changes[next]!.step <= step) next += 1;
    const change = changes[next];
    if (change && change.step < end)
      refuse("change.step", change.step, `not between ${step} and ${end}, in a part`);
  }
}

/** A run stops by itself at its limit, which may have been moved on the way. */
function checkLimit({params, changes, steps}: Recipe): void {
  let limit = limitOf(params.maxSteps);
  let at = 0;
  const goTo = (step: number) => {
    if (step > at && step > limit) refuse("steps", step, `at most ${limit}, its maxSteps there`);
    at = step;
  };
  for (const {step, name, value} of changes) {
    if (name !== "maxSteps") continue;
    goTo(step);
    limit = limitOf(value);
  }
  goTo(steps);
}

const limitOf = (value: unknown) => Number(value ?? Number.POSITIVE_INFINITY);
