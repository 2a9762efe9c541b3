import {expect, test} from "vitest";
import {parseJudgement} from "../../../lib/questions/judgement.js";
import {judgedExperiments, makerTitle, ownMakerId} from "../../../lib/questions/maker-name.js";

const run = {experiment: "gan-digits", step: 1600, params: {seed: 4_294_967_295, baseWidth: 16}};

test("an own run is named by experiment, seed and step; other params are another maker", () => {
  const id = ownMakerId(run);
  expect(id).toMatch(/^gan-digits\.4294967295\.1600\.k[0-9a-z]+$/);
  expect(ownMakerId({...run, params: {...run.params, baseWidth: 8}})).not.toBe(id);
  expect(makerTitle(id)).toBe("own GAN, seed 4294967295, step 1600");
});

test("every name can stand in a judgement", () => {
  for (const experiment of judgedExperiments) {
    const right = ownMakerId({...run, experiment, step: 1_000_000});
    const judged = {at: "2026-11-28T12:00:00.000Z", left: experiment, right, choice: "tie"};
    expect(parseJudgement("it", judged)).toEqual(judged);
  }
});

test("a maker of a course to come is called by its name", () => {
  expect(makerTitle("real")).toBe("real");
  expect(makerTitle("toString")).toBe("toString");
  expect(makerTitle("flow-digits")).toBe("flow-digits");
});
