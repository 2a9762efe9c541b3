import {expect, test} from "vitest";
import type {FloatList} from "../../../../src/experiment/run/float-list.js";
import {readingOf} from "../../../../src/experiment/run/reading.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import {experiments} from "../../../../src/experiments/index.js";
import {defaultParams, type Params} from "../../../../src/lib/params.js";
import type {Reading} from "../../../../src/lib/training/experiment.js";

const reading: Reading = {
  curve: "discriminatorLoss",
  factor: -1,
  label: "read",
  isOne: ({loss}) => loss === "wgan-gp",
};

function runOf(loss: string, changes: readonly (readonly [step: number, loss: string])[]) {
  const params = {...defaultParams(ganPlane.params), loss} as Params;
  const run = newRun(experiments["gan-plane"]!, 1, params);
  (run.curves.discriminatorLoss as FloatList).append([-1, -2, -3, -4]);
  run.step = 4;
  run.changes = changes.map(([step, value]) => ({step, name: "loss", value}));
  return run;
}

const {NaN: none} = Number;

test.each([
  ["a critic from the start", "wgan-gp", [], [1, 2, 3, 4]],
  ["no critic", "hinge", [], [none, none, none, none]],
  ["a critic from the third step on", "hinge", [[2, "wgan-gp"]], [none, none, 3, 4]],
  [
    "a critic for a while",
    "wgan-gp",
    [
      [1, "hinge"],
      [3, "wgan-gp"],
    ],
    [1, none, none, 4],
  ],
  [
    "two changes at once, of which the last one holds",
    "hinge",
    [
      [2, "wgan-gp"],
      [2, "hinge"],
    ],
    [none, none, none, none],
  ],
  ["a change that no step has seen yet", "wgan-gp", [[4, "hinge"]], [1, 2, 3, 4]],
] as const)("%s", (_, loss, changes, expected) => {
  expect([...readingOf(runOf(loss, changes), reading)]).toEqual(expected);
});
