import {describe, expect, it} from "vitest";
import {type Evidence, paramAt, type RunEvidence} from "../../../lib/grading/evidence.js";
import type {ExperimentExercise} from "../../../lib/grading/exercise.js";
import {type Finding, gradeEvidence} from "../../../lib/grading/grade-run.js";

const exercise: ExperimentExercise = {
  slug: "run",
  chapter: "03-gans",
  kind: "experiment",
  title: "A run",
  experiment: "gan-plane",
  tasks: [{id: "a", title: "A", points: 3}],
  hints: ["one", "two"],
  timeLimitMs: 1000,
  backend: "wasm",
};
const now: RunEvidence = {
  number: 1,
  params: {learningRate: 0.1},
  changes: [
    {step: 10, name: "learningRate", value: 0.2},
    {step: 20, name: "learningRate", value: 0.3},
  ],
  steps: 30,
  backend: "wasm",
  curves: {},
  measurements: [],
};
const evidence: Evidence = {now, earlier: []};
const finding = (holds: boolean, points: number, name: string): Finding => ({
  ...{task: "a", name, points, holds, yours: "this"},
});

describe("the grader of a run", () => {
  it("gives the points of what holds", () => {
    const gradeRun = () => [finding(true, 1, "one"), finding(false, 2, "two")];
    const verdict = gradeEvidence({gradeRun}, exercise, evidence);
    expect(verdict).toMatchObject({state: "partly", points: 1, maxPoints: 3});
    expect(verdict.tests[1]).toMatchObject({status: "failed", yours: "this"});
  });

  it.each<[string, readonly Finding[], string]>([
    ["nothing found", [], "it has no test"],
    ["points that do not add up", [finding(true, 1, "one")], "worth 3, but its tests give 1"],
  ])("takes %s for a fault of the exercise", (_, findings, fault) => {
    const verdict = gradeEvidence({gradeRun: () => findings}, exercise, evidence);
    expect(verdict.state).toBe("error");
    expect(verdict.problem).toContain(fault);
  });
});

it("knows the value of a param at a step", () => {
  expect([5, 10, 11, 20, 21].map((step) => paramAt(now, "learningRate", step))).toEqual([
    0.1, 0.1, 0.2, 0.2, 0.3,
  ]);
});
