import {
  type Evidence,
  type MeasuredStep,
  paramAt,
  type RunEvidence,
} from "../../../../lib/grading/evidence.js";
import type {Finding} from "../../../../lib/grading/grade-run.js";

/** Farthest that pictures which are near enough are from real ones. */
const limit = 16;

const tasks = [
  {task: "five", measure: "five", words: "five steps", points: 1},
  {task: "two", measure: "two", words: "two steps", points: 2},
  {task: "one", measure: "one", words: "one step", points: 2},
] as const;

type Task = (typeof tasks)[number];

/** A measurement with the run it was made in. */
interface Moment {
  readonly run: RunEvidence;
  readonly measured: MeasuredStep;
}

export function gradeRun({now, earlier}: Evidence): readonly Finding[] {
  const moments = [...earlier, now].flatMap((run) =>
    run.measurements.map((measured) => ({run, measured})),
  );
  return tasks.map((task) => finding(task, moments));
}

function finding(task: Task, moments: readonly Moment[]): Finding {
  const {measure, words, points} = task;
  const asked = {task: task.task, name: `pictures of ${words} are near enough`, points};
  const best = nearest(moments, measure);
  if (best && distance(best, measure) <= limit)
    return {...asked, holds: true, yours: `${inWords(best, task)}. ${price(best, task, moments)}`};
  return {
    ...asked,
    holds: false,
    expected: `a distance of at most ${limit} in ${words}`,
    yours: best ? inWords(best, task) : "no measurement: the run is shorter than 400 steps",
    advice: best ? adviceFor(best, task) : "train on: distances are measured every 400 steps.",
  };
}

const distance = ({measured}: Moment, measure: Task["measure"]) =>
  measured.scalars[measure] ?? Number.POSITIVE_INFINITY;

function nearest(moments: readonly Moment[], measure: Task["measure"]): Moment | undefined {
  return moments.reduce<Moment | undefined>(
    (best, moment) =>
      best && distance(best, measure) <= distance(moment, measure) ? best : moment,
    undefined,
  );
}

/** Steps of reflow before the moment, 0 where it had not begun. */
function reflowSteps({run, measured}: Moment): number {
  const from = Number(paramAt(run, "reflowFrom", measured.step));
  return from > 0 ? Math.max(0, measured.step - from) : 0;
}

function adviceFor(best: Moment, {measure}: Task): string {
  if (measure === "five")
    return "train longer before reflow begins: all the rest is learned from what the network can do then.";
  if (reflowSteps(best) === 0)
    return "these ways still bend. Let reflow begin, and give it a few hundred steps.";
  return distance(best, "five") > limit
    ? "even five steps miss: the pairs are no better than the network that made them. Let reflow begin later, and the run end later."
    : "the pairs are good enough, for five steps are. Give reflow more steps.";
}

/** What had to be done for it, and what as many steps got before. */
function price(best: Moment, {words, measure}: Task, moments: readonly Moment[]): string {
  const taken = reflowSteps(best);
  if (taken === 0) return "No reflow was needed for that. Are fewer steps enough?";
  const before = moments.findLast((moment) => moment.run === best.run && reflowSteps(moment) === 0);
  const learned = `It took ${taken} steps of reflow`;
  if (!before || measure === "five") return `${learned}.`;
  return `${learned}. In ${words} the same network was ${rounded(distance(before, measure))} away at step ${before.measured.step}, before reflow.`;
}

function inWords({run, measured}: Moment, {measure, words}: Task): string {
  return `run ${run.number}, step ${measured.step}: a distance of ${rounded(measured.scalars[measure]!)} in ${words}`;
}

const rounded = (value: number) => Math.round(10 * value) / 10;
