import {expect, it} from "vitest";
import {isAtLimit, moreSteps} from "../../../../src/experiment/panels/ending.js";
import {newRun} from "../../../../src/experiment/run/run-record.js";
import {experiments} from "../../../../src/experiments/index.js";
import {defaultParams, type Params} from "../../../../src/lib/params.js";

const spec = experiments["gan-plane"]!;
const open = {locked: [], hidden: []};

function run(changed: Params, limit?: number) {
  const made = newRun(spec, 1, {...defaultParams(spec.params), ...changed});
  if (limit !== undefined) made.changes.push({step: 0, name: "maxSteps", value: limit});
  return made;
}

it.each(Object.values(experiments))("$id goes on for as long again as it began with", (each) => {
  const {params: table} = each;
  const {maxSteps: param} = table;
  if (param?.kind !== "number") throw new TypeError("no limit of steps");
  const maxSteps = Math.min(300, Math.floor(param.max / 2));
  const made = newRun(each, 1, {...defaultParams(table), maxSteps});
  // Where all that a run does goes by its number of steps, that number is fixed at its start.
  expect(moreSteps(each, made, open)).toBe(param.live ? maxSteps : 0);
});

it("the second time it goes on for as long as the first", () => {
  expect(moreSteps(spec, run({maxSteps: 300}, 600), open)).toBe(300);
});

it("no limit goes beyond what the form takes", () => {
  expect(moreSteps(spec, run({maxSteps: 30_000}), open)).toBe(20_000);
  expect(moreSteps(spec, run({maxSteps: 30_000}, 50_000), open)).toBe(0);
});

it("a link that keeps readers from the number of steps is kept to", () => {
  expect(moreSteps(spec, run({}), {...open, locked: ["maxSteps"]})).toBe(0);
  expect(moreSteps(spec, run({}), {...open, hidden: ["maxSteps"]})).toBe(0);
});

it("a run whose limit was moved on by hand has steps left", () => {
  const made = run({maxSteps: 300});
  made.step = 300;
  expect(isAtLimit(made)).toBe(true);
  made.changes.push({step: 300, name: "maxSteps", value: 310});
  expect(isAtLimit(made)).toBe(false);
});
