import {describe, expect, expectTypeOf, it} from "vitest";
import * as fewPictures from "../../../lessons/02-machine-learning/exercises/few-pictures/spec.js";
import * as collapse from "../../../lessons/03-gans/exercises/collapse-and-recover/spec.js";
import * as noHoles from "../../../lessons/04-vaes/exercises/no-holes/spec.js";
import * as fewestSteps from "../../../lessons/07-generation/exercises/fewest-steps/spec.js";
import {gradeEvidence, type RunSpec} from "../../../lib/grading/grade-run.js";
import {defaultParams} from "../../../lib/params.js";
import {readRun, writeRun} from "../../../lib/training/run-file.js";
import {countingRuns} from "../../../src/exercise/counting-runs.js";
import {whyNotGraded} from "../../../src/exercise/run-desk.js";
import {evidenceOf} from "../../../src/exercise/run-evidence.js";
import {
  addMeasurement,
  addProgress,
  branchRun,
  type ComputedRun,
  computeOn,
  fromPlainRun,
  newRun,
  plainRun,
  type RunRecord,
} from "../../../src/experiment/run/run-record.js";
import {fromRunFile, toRunFile} from "../../../src/experiment/run/run-transfer.js";
import {findExperiment} from "../../../src/experiments/index.js";
import {folderOf, readExercise} from "../../../tools/exercise/folders.js";

type Numbers = Readonly<Record<string, number>>;

/** A run of the experiment that measured `scalars` at its last step. */
function computed(id: string, number: number, changed: Numbers, scalars: Numbers, steps = 500) {
  const experiment = findExperiment(id);
  const run = newRun(experiment, number, {...defaultParams(experiment.params), ...changed});
  const curves = Object.fromEntries(
    Object.keys(experiment.curves).map((name) => [name, new Float32Array(steps).fill(99)]),
  );
  addProgress(run, {first: 1, curves, msPerStep: 1, memory: {tensors: 0, bytes: 0}});
  for (const step of [steps - 100, steps])
    addMeasurement(run, {step, scalars, floors: {}, arrays: {coverage: sure}});
  run.backend = "wasm";
  return run;
}

const sure = {data: Uint32Array.of(500), shape: [1]};
const date = "2026-11-23T12:00:00.000Z";

/** The same as the page opens it from a file. */
function claimed(id: string, number: number, changed: Numbers, scalars: Numbers): RunRecord {
  const run = computed(id, number, changed, scalars);
  const text = writeRun(toRunFile(findExperiment(id), run, date));
  return {...fromRunFile(readRun(text, findExperiment)), number};
}

const cases: readonly [
  slug: string,
  spec: RunSpec,
  honest: Numbers[],
  forged: Numbers[],
  points: number,
][] = [
  [
    "few-pictures",
    fewPictures,
    [{}, {testAccuracy: 97}],
    [{trainingCount: 300}, {testAccuracy: 97}],
    0,
  ],
  [
    "collapse-and-recover",
    collapse,
    [{learningRate: 0.1}, {coverage: 1, samples: 500}],
    [{}, {coverage: 10, samples: 500}],
    2,
  ],
  [
    "no-holes",
    noHoles,
    [{beta: 0.2}, {gaps: 9, heldOutKl: 7}],
    [{beta: 0.3}, {gaps: 1, heldOutKl: 7}],
    1,
  ],
  [
    "fewest-steps",
    fewestSteps,
    [{reflowFrom: 0}, {one: 200, two: 60, five: 15}],
    [{reflowFrom: 100}, {one: 12, two: 11, five: 10}],
    1,
  ],
];

describe.each(cases)("in %s", (slug, spec, honest, forged, points) => {
  const exercise = readExercise(folderOf(slug));
  if (exercise.kind !== "experiment") throw new Error(`${slug} is about code`);
  const {experiment: id, backend} = exercise;
  const experiment = findExperiment(id);
  const own = computed(id, 1, ...(honest as [Numbers, Numbers]));
  const claim = claimed(id, 2, ...(forged as [Numbers, Numbers]));
  const graded = (run: ComputedRun, earlier: readonly RunRecord[]) =>
    gradeEvidence(
      spec,
      exercise,
      evidenceOf(countingRuns({experiment, now: run, earlier}, backend).runs),
    );

  it("what a file claims earns nothing", () => {
    const now = computed(id, 4, ...(honest as [Numbers, Numbers]));
    expect(graded(now, [own, claim]).points).toBe(points);
    expect(graded(now, [own, claim])).toEqual(graded(now, [own]));
  });

  it("the run counts when it has been made again here", () => {
    const again = computed(id, 3, ...(forged as [Numbers, Numbers]));
    expect(graded(again, [own, claim]).state).toBe("correct");
    expect(countingRuns({experiment, now: again, earlier: [own, claim]}, backend).claims).toEqual(
      [],
    );
  });
});

describe("a run that does not count yet", () => {
  const experiment = findExperiment("vae-digits");
  const own = () => computed("vae-digits", 1, {beta: 0.2}, {gaps: 9});
  const claim = claimed("vae-digits", 2, {beta: 0.3}, {gaps: 1});
  const claimsOf = (now: ComputedRun, earlier: readonly RunRecord[]) =>
    countingRuns({experiment, now, earlier}, "wasm").claims.map(({why}) => why);

  it("is named, with the reason", () => {
    expect(claimsOf(own(), [claim])).toEqual([
      "Run 2 comes from a file. Its numbers are a claim until the run is made again here, so it does not count yet.",
    ]);
    const elsewhere = Object.assign(own(), {backend: "webgl"});
    expect(claimsOf(own(), [elsewhere])).toEqual([]); // made again on wasm
    const other = Object.assign(computed("vae-digits", 4, {beta: 1}, {gaps: 0}), {
      backend: "webgl",
    });
    expect(claimsOf(own(), [other])[0]).toMatch(
      /^Run 4 was computed on webgl\. Only what WebAssembly computes is graded/,
    );
    expect(countingRuns({experiment, now: own(), earlier: [other]}, "none")).toMatchObject({
      claims: [],
    });
  });

  it("is one that began on another back end, too", () => {
    const run = own();
    computeOn(run, "wasm");
    expect(claimsOf(own(), [run])).toEqual([]);
    const other = Object.assign(computed("vae-digits", 4, {beta: 1}, {gaps: 0}), {
      backend: "webgl",
    });
    for (const backend of ["wasm", "webgl", "wasm"] as const) computeOn(other, backend);
    expect(claimsOf(own(), [other])[0]).toMatch(/^Run 4 was computed on webgl and wasm\./);
    const branch = branchRun(other, 5, 500);
    expect(claimsOf(own(), [branch])).toHaveLength(1);
    expect(whyNotGraded({now: branch}, "wasm")?.why).toMatch(/computed on webgl and wasm/);
  });

  it("remains one until all of it was made again, by the same recipe", () => {
    const half = computed("vae-digits", 3, {beta: 0.3}, {gaps: 1}, 400);
    expect(claimsOf(half, [claim])).toHaveLength(1);
    const other = computed("vae-digits", 3, {beta: 0.3}, {gaps: 1});
    other.changes.push({step: 10, name: "learningRate", value: 0.001});
    expect(claimsOf(other, [claim])).toHaveLength(1);
    const longer = computed("vae-digits", 3, {beta: 0.3}, {gaps: 1}, 600);
    longer.changes.push({step: 500, name: "learningRate", value: 0.001});
    expect(claimsOf(longer, [claim])).toEqual([]);
  });

  it("is made again whatever its pictures are drawn with, which no grader sees", () => {
    const row = {kind: "number", label: "", help: "", default: 7, min: 0, max: 9, step: 1} as const;
    const guidance = {...row, group: "sampling"} as const;
    const drawing = {...experiment, params: {...experiment.params, guidance}};
    const again = computed("vae-digits", 3, {beta: 0.3, guidance: 2}, {gaps: 1});
    const other = {...claim, params: {...claim.params, guidance: 7}};
    const {claims, runs} = countingRuns(
      {experiment: drawing, now: again, earlier: [other]},
      "wasm",
    );
    expect(claims).toEqual([]);
    expect(evidenceOf(runs).now.params).toEqual({...defaultParams(experiment.params), beta: 0.3});
  });

  it("is whatever has another type: from a file, made up, or copied", () => {
    expectTypeOf<RunRecord>().not.toExtend<ComputedRun>();
    const computedRun = own();
    const copy = {...computedRun};
    expectTypeOf(copy).not.toExtend<ComputedRun>();
    const {runs} = countingRuns(
      {experiment, now: own(), earlier: [copy, {...claim, origin: "live"}]},
      "wasm",
    );
    expect(runs.earlier).toEqual([]);
  });

  it("is not a branch of a computed run, nor one that this device has kept", () => {
    const run = own();
    const earlier = [branchRun(run, 2, 450), fromPlainRun(structuredClone(plainRun(run, 500)))];
    expect(countingRuns({experiment, now: run, earlier}, "wasm").runs.earlier).toEqual(earlier);
  });
});

it("a run that a reader's function drove neither counts nor is a claim to be made again", () => {
  const now = computed("gan-plane", 3, {}, {});
  const driver = {part: "generatorLoss", code: "export {}", standing: "passed"} as const;
  const driven = Object.assign(computed("gan-plane", 1, {}, {}), {driver});
  const opened = {...claimed("gan-plane", 2, {}, {}), driver};
  const {runs, claims} = countingRuns(
    {experiment: findExperiment("gan-plane"), now, earlier: [driven, opened]},
    "wasm",
  );
  expect([runs.earlier, claims]).toEqual([[], []]);
});
