import {median} from "../median.js";
import {type Trainee, train} from "./train.js";

/**
 * Median ms of a step of `run`: one step to warm up (shaders are compiled, memory is taken), then as many as fit in
 * `budgetMs`, at least one. `now` is a clock in ms.
 */
export async function medianStepMs(
  run: Trainee,
  now: () => number,
  budgetMs = 500,
): Promise<number> {
  const times: number[] = [];
  const start = now();
  let last = start;
  for await (const _ of train(run)) {
    const end = now();
    times.push(end - last);
    last = end;
    if (times.length > 1 && end - start >= budgetMs) break;
  }
  return median(times.slice(1));
}
