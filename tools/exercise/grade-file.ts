/** The verdict on run files: each is followed again, and what comes of it is graded. */
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";
import type {MeasuredStep, RunEvidence} from "../../lib/grading/evidence.js";
import {gradeEvidence, type RunSpec} from "../../lib/grading/grade-run.js";
import type {Verdict} from "../../lib/grading/verdict.js";
import {readRun} from "../../lib/training/run-file.js";
import {findExperiment} from "../../src/experiments/index.js";
import {Plain} from "../project.mjs";
import {readExercise} from "./folders.js";
import {replayRun} from "./replay-run.js";

/** Grades the last of `paths`; the others are the runs before it, oldest first. */
export async function gradeFiles(
  folder: string,
  paths: readonly string[],
  told: (measured: MeasuredStep) => void = () => {},
): Promise<Verdict> {
  const exercise = readExercise(folder);
  if (exercise.kind !== "experiment")
    throw new Plain(`${exercise.slug} is about code: its tests take no run file`);
  const runs: RunEvidence[] = [];
  for (const path of paths) {
    const run = readRun(readFileSync(path, "utf8"), findExperiment);
    if (run.experiment !== exercise.experiment)
      throw new Plain(
        `${path} is a run of ${run.experiment} (the exercise is about ${exercise.experiment})`,
      );
    if (run.driver)
      throw new Plain(
        `${path} was trained with code of its own, its ${run.driver.part} (graded is a run of the model's own parts)`,
      );
    runs.push({number: runs.length + 1, ...(await replayRun(run, told))});
  }
  const spec = (await import(pathToFileURL(`${folder}/spec.ts`).href)) as RunSpec;
  return gradeEvidence(spec, exercise, {now: runs.at(-1)!, earlier: runs.slice(0, -1)});
}
