/** Whether a spec and its exercise belong together. */
import type {Exercise} from "./exercise.js";

/** The fields that a test and a finding of a run share. */
interface Scored {
  readonly task: string;
  readonly name: string;
  readonly points: number;
}

/** The fault of a spec, or `undefined`: every test has a task, every task's points are those of its tests, names are unique. */
export function specProblem(
  {tests}: {readonly tests: readonly Scored[]},
  {tasks}: Exercise,
): string | undefined {
  if (!Array.isArray(tests) || tests.length === 0) return "it has no test";
  const ids = tasks.map(({id}) => id);
  const names = tests.map(({name}) => name);
  const stray = tests.find(({task}) => !ids.includes(task));
  if (stray) return `unknown task: ${stray.task} (one of ${ids.join(", ")})`;
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) return `repeated test: ${repeated}`;
  for (const {id, points} of tasks) {
    const sum = tests.reduce((total, test) => total + (test.task === id ? test.points : 0), 0);
    if (sum !== points) return `task ${id} is worth ${points}, but its tests give ${sum}`;
  }
  return undefined;
}
