/** What a second thread gains, and what more would: the reference steps and the default runs of the course, each in a process of its own. */
import {dataFile} from "../../data/data-file.js";
import {type Recording, unpackRecording} from "../../lib/training/recording.js";
import {type ExperimentGoal, goals, isReached} from "../../tools/runs/goals.js";
import type {Part, Row, Say} from "../part.js";
import {answerOf} from "../script-answer.js";
import {referenceNames} from "../steps.js";
import {round, summary} from "../summary.js";
import {dividedShare, handOverMs, idealMs, type Profile, predictedMs} from "../thread-model.js";
import type {ThreadTimes} from "../threads-run.js";

const stepsEach = 60;
const stepsOfRun = 60;
/** What the page takes on a machine of eight cores, and what would be left of it for the page alone. */
const more = [4, 7] as const;

export const threads: Part = {
  title: "Threads",
  async measure(say) {
    return [
      {
        title: "What a second thread gains, and what more would",
        rows: await stepRows(say),
        note:
          "ms per step, batch 64, Adam, the median of steps with one thread and with two in turn. Divided: the share of a step on one thread that lies in " +
          "kernels which threads may divide. Ideal: each of them as long as its largest part. Handing over: what two threads took more than that, for each divided call. " +
          "For more threads: the ideal, and as much for handing over; a model, not measured.",
      },
      {
        title: "Default runs with one thread and with two",
        rows: await runRows(say),
        note:
          "Of all that have a goal: medians of 60 steps each after the first 40, one thread and two in turn. To the goal: the steps of the recorded run until its first measurement that reaches " +
          "all targets (all steps where none does), at that pace, without measuring and drawing. The page keeps a second thread that makes steps at least a twentieth shorter.",
      },
    ];
  },
};

function timesOf(kind: "step" | "run", name: string, count: number): Promise<ThreadTimes> {
  return answerOf<ThreadTimes>("threads-run.ts", kind, name, count);
}

async function stepRows(say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  for (const step of referenceNames) {
    say(step);
    const profile = profileOf(await timesOf("step", step, stepsEach));
    rows.push({
      step,
      "1 thread": round(profile.oneMs),
      "2 threads": round(profile.twoMs),
      gain: round(profile.oneMs / profile.twoMs, 2),
      "divided %": Math.round(100 * dividedShare(profile)),
      calls: profile.calls.length,
      "ideal gain": round(profile.oneMs / idealMs(profile, 2), 2),
      "handing over, µs": Math.round(1000 * handOverMs(profile)),
      ...Object.fromEntries(
        more.map((n) => [`gain of ${n}, model`, round(profile.oneMs / predictedMs(profile, n), 2)]),
      ),
    });
  }
  return rows;
}

/** The step in the middle by its time in divided kernels stands for all: its calls are of one and the same step. */
function profileOf({oneMs, twoMs, calls}: ThreadTimes): Profile {
  const total = (step: ThreadTimes["calls"][number]) => step.reduce((sum, {ms}) => sum + ms, 0);
  const sorted = calls.toSorted((a, b) => total(a) - total(b));
  return {
    oneMs: summary(oneMs).medianMs,
    twoMs: summary(twoMs).medianMs,
    calls: sorted[sorted.length >> 1]!,
  };
}

async function runRows(say: Say): Promise<Row[]> {
  const rows: Row[] = [];
  for (const goal of goals) {
    const run = goal.experiment;
    say(run);
    const {oneMs, twoMs} = await timesOf("run", run, stepsOfRun);
    const [one, two] = [summary(oneMs).medianMs, summary(twoMs).medianMs];
    const steps = stepsTo(goal, unpackRecording(dataFile(`recorded/${run}`)));
    rows.push({
      run,
      "1 thread": round(one),
      "2 threads": round(two),
      gain: round(one / two, 2),
      steps,
      "to the goal, s": round((steps * one) / 1000),
      "with two, s": round((steps * two) / 1000),
    });
  }
  return rows;
}

function stepsTo(goal: ExperimentGoal, {params, measurements}: Recording): number {
  const reached = measurements.find(({scalars}) => isReached(goal, scalars));
  return reached?.step ?? Number(params.maxSteps);
}
