import {describe, expect, test} from "vitest";
import {parseParams} from "../../lib/params.js";
import {judgedExperiments} from "../../lib/questions/maker-name.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {findExperiment} from "../index.js";
import {contestants, contestParams, endWords, inOrder, termsError} from "./contest.js";
import {meetingCosts} from "./meeting-words.js";

const terms = {
  ...({ids: ["a"], subject: "digits", seconds: 10} as const),
  ...({seed: 7, order: "oneByOne"} as const),
};

describe("a contest", () => {
  test("says which of its terms is wrong, and what is legal", () => {
    expect(termsError(terms, 4)).toBeUndefined();
    expect(termsError({...terms, ids: []}, 4)).toContain("0 chosen");
    expect(termsError({...terms, ids: [..."abcde"]}, 4)).toContain("choose 1 to 4");
    for (const seconds of [0, 121, Number.NaN])
      expect(termsError({...terms, seconds}, 4)).toContain("from 1 to 120");
    for (const seed of [1.5, -1, Number.NaN])
      expect(termsError({...terms, seed}, 4)).toContain("whole number from 0");
  });

  test("takes the settings of an experiment's page, and its own seed", () => {
    const params = {seed: {default: 7}, width: {default: 32}};
    const experiment = {params} as unknown as Experiment;
    expect(contestParams(experiment, 99, "clothes")).toEqual({seed: 99, width: 32});
  });

  test("learns from the pictures asked for, where the experiment has a choice of them", () => {
    expect(contestants.digits).toBe(judgedExperiments);
    for (const id of contestants.clothes) {
      const experiment = findExperiment(id);
      const params = contestParams(experiment, 99, "clothes");
      expect(parseParams(experiment.params, params)).toMatchObject({dataset: "clothes"});
    }
    for (const id of [...contestants.faces, ...contestants.emoji])
      expect(contestParams(findExperiment(id), 99, "emoji")).not.toHaveProperty("dataset");
  });

  test("one after another, nobody begins before the one before has ended; side by side, all do", async () => {
    const running = async (order: "oneByOne" | "sideBySide") => {
      const log: string[] = [];
      await inOrder(["a", "b"], order, async (id) => {
        log.push(`${id} begins`);
        await Promise.resolve();
        log.push(`${id} ends`);
      });
      return log;
    };
    expect(await running("oneByOne")).toEqual(["a begins", "a ends", "b begins", "b ends"]);
    expect(await running("sideBySide")).toEqual(["a begins", "b begins", "a ends", "b ends"]);
  });

  test("tells steps and seconds, and costs only of those whose they are", () => {
    expect(endWords({step: 812, ms: 10_040})).toBe("812 steps in 10.0 s");
    expect(meetingCosts([{}, {}], 15)).toEqual([]);
    const rows = meetingCosts([{cost: {step: 1200, ms: 36_000, weights: 5000}}, {}], 15);
    expect(rows.map(({cells}) => cells.map(({value}) => value))).toEqual([
      ["36.0", "–"],
      ["1,200", "–"],
      ["5,000", "–"],
      ["0.150", "–"],
    ]);
  });
});
