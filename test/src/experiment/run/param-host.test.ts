import {expect, test} from "vitest";
import {defaultParams, type ParamValue} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import type {ParamsForm} from "../../../../src/experiment/panels/params-form.js";
import {paramHost} from "../../../../src/experiment/run/param-host.js";
import {newRun, showWith} from "../../../../src/experiment/run/run-record.js";
import type {Trainer} from "../../../../src/experiment/run/trainer.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";

const row = {kind: "number", label: "", help: "", default: 7, min: 0, max: 9, step: 1} as const;
const experiment = {
  ...ganPlane,
  params: {
    ...ganPlane.params,
    guidance: {...row, group: "sampling"},
    grid: {...row, group: "view"},
  },
} as unknown as Experiment;
const run = newRun(experiment, 1, defaultParams(experiment.params));

function host(link = {locked: ["guidance"], hidden: ["grid"]}) {
  const told: [string, ParamValue][] = [];
  const trainer = {
    experiment,
    run,
    setParam: async (name: string, value: ParamValue) => void told.push([name, value]),
  } as unknown as Trainer;
  return {...paramHost({trainer, link, form: {} as ParamsForm}), told};
}

test("a figure changes what the link leaves open, as the form does", () => {
  const {setParam, accessTo, told} = host();
  for (const name of ["seed", "guidance", "grid"]) setParam(name, 3);
  expect(told).toEqual([["seed", 3]]);
  expect(["seed", "guidance", "grid"].map(accessTo)).toEqual(["open", "locked", "hidden"]);
});

test("a run of before is drawn with what it was drawn with, and shown as the page shows now", () => {
  showWith(run, "grid", 2);
  showWith(run, "guidance", 3);
  const {seed, learningRate} = run.params;
  const old = {...run, params: {seed: seed!, learningRate: learningRate!, guidance: 5, grid: 9}};
  old.changes = [{step: 0, name: "learningRate", value: 0.5}];
  expect(host().paramsOf(old)).toEqual({
    ...defaultParams(experiment.params),
    learningRate: 0.5,
    guidance: 5,
    grid: 2,
  });
});
