import {mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {dataFiles} from "../../../data/data-file.js";
import {defaultParams, type Params} from "../../../lib/params.js";
import {Random} from "../../../lib/random.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {MakeSetup} from "../../../lib/training/setup.js";
import {train} from "../../../lib/training/train.js";
import {writeExperiment} from "../../../tools/new.mjs";
import {root} from "../../../tools/project.mjs";
import {useWasm} from "../../../tools/runs/start-run.js";
import {outputOf} from "../output-of.js";

/** A project beside this one: the same files by links, and one experiment more. */
const project = mkdtempSync(join(tmpdir(), "from-noise-new-"));
const folder = `${project}/src/experiments/new-one/`;
const links = [
  ...["lib", "data", "bench", "test", "tools", "node_modules"],
  ...["src/lib", "src/data", "src/vendor", "src/experiment", "src/figures", "src/controls"],
  ...["src/exercise"],
  ...["src/storage", "src/observablehq.d.ts"],
  ...readdirSync(`${root}src/experiments`).map((name) => `src/experiments/${name}`),
];

beforeAll(async () => {
  mkdirSync(`${project}/src/experiments`, {recursive: true});
  for (const path of links) symlinkSync(root + path, `${project}/${path}`);
  writeExperiment("new-one", folder);
  await useWasm();
});
afterAll(() => rmSync(project, {recursive: true}));

test("a new experiment passes the type checker", async () => {
  const config = {extends: `${root}tsconfig.json`, include: [folder, "src/*.d.ts"], exclude: []};
  writeFileSync(`${project}/tsconfig.json`, JSON.stringify(config));
  expect(await outputOf("typescript/bin/tsc", "-p", project)).toBe("");
});

test("a new experiment learns", async () => {
  const {newOne} = (await import(`${folder}experiment.ts`)) as {newOne: Experiment};
  const {makeNewOne} = (await import(`${folder}setup.ts`)) as {makeNewOne: MakeSetup};
  const params = {...defaultParams(newOne.params), width: 64} as Params;
  const random = new Random(1);
  const setup = await makeNewOne({
    params,
    random,
    inputs: {},
    files: dataFiles(...newOne.files(params)),
  });
  const before = (await setup.measure()).scalars.error!;
  const run = {model: setup.model, batches: setup.batches, random, step: 0};
  for await (const _ of train(run, {steps: 60}));
  const {scalars, floors} = await setup.measure();
  expect(scalars.error).toBeLessThan(before);
  expect(scalars.error).toBeLessThan(floors.error!.high);
  setup.dispose();
});

test.each(["shared", "My-VAE", "vae_digits", ""])("the id %j is refused", (id) => {
  expect(() => writeExperiment(id, folder)).toThrow(`invalid id: ${id} (small letters`);
});

test("an experiment that exists is left alone", () => {
  expect(() => writeExperiment("new-one", folder)).toThrow(`the experiment exists: ${folder}`);
});
