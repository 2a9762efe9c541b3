import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import {writeRun} from "../../../lib/training/run-file.js";
import type {RunFile} from "../../../lib/training/run-file-type.js";
import {findExperiment} from "../../../src/experiments/index.js";
import {folderOf} from "../../../tools/exercise/folders.js";
import {gradeFiles} from "../../../tools/exercise/grade-file.js";
import {replayRun} from "../../../tools/exercise/replay-run.js";

const claimed: RunFile = {
  experiment: "gan-plane",
  params: {...defaultParams(findExperiment("gan-plane").params), batchSize: 16},
  inputs: {},
  changes: [{step: 4, name: "learningRate", value: 0.01}],
  parts: [{step: 6, kind: "discriminator", count: 2}],
  steps: 10,
  losses: {},
  measurements: [{step: 10, scalars: {coverage: 10}}],
  backend: "webgpu",
  date: "2026-11-25T12:00:00.000Z",
};

it("follows a run's recipe and believes nothing that it claims", async () => {
  const run = await replayRun(claimed);
  expect(run).toMatchObject({backend: "wasm", steps: 10, changes: claimed.changes});
  expect(run.measurements.map(({step}) => step)).toEqual([10]);
  expect(run.measurements[0]?.scalars).not.toHaveProperty("coverage");
  const {discriminatorLoss, generatorLoss} = run.curves;
  expect(discriminatorLoss?.every(Number.isFinite)).toBe(true);
  expect(generatorLoss?.length).toBe(10);
  expect((await replayRun(claimed)).curves).toEqual(run.curves);
  const other = await replayRun({...claimed, changes: []});
  expect(other.curves.generatorLoss?.slice(0, 4)).toEqual(generatorLoss?.slice(0, 4));
  expect(other.curves.generatorLoss?.slice(5)).not.toEqual(generatorLoss?.slice(5));
});

it("grades a run by what comes of its recipe, whatever the file claims to have measured", async () => {
  const given = {trainingCount: 300, width: 8, batchSize: 16, shift: 2, averaging: 0.99};
  const {params: table} = findExperiment("digit-classifier");
  const run: RunFile = {
    ...claimed,
    experiment: "digit-classifier",
    params: {...defaultParams(table), ...given, maxSteps: 200},
    changes: [],
    parts: [],
    steps: 200,
    measurements: [{step: 200, scalars: {testAccuracy: 99, right: 1980, count: 2000}}],
  };
  const path = join(mkdtempSync(join(tmpdir(), "from-noise-")), "run.json");
  writeFileSync(path, writeRun(run));
  const verdict = await gradeFiles(folderOf("few-pictures"), [path]);
  expect(verdict).toMatchObject({state: "partly", points: 2});
  expect(verdict.tests[1]?.yours).toMatch(
    /^300 pictures, step 200: (88|89|9[01])[\d.]* % of the test/,
  );
});

it("refuses a run of another experiment", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "from-noise-")), "run.json");
  writeFileSync(path, writeRun(claimed));
  await expect(gradeFiles(folderOf("collapse-and-recover"), [path])).rejects.toThrow(
    `${path} is a run of gan-plane (the exercise is about gan-digits)`,
  );
});
