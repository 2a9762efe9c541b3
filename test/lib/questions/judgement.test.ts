import {describe, expect, test} from "vitest";
import {
  comparisonsOf,
  foundReal,
  type Judgement,
  mergeJudgements,
  parseJudgement,
} from "../../../lib/questions/judgement.js";

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second)).toISOString();
const first: Judgement = {at: at(1), left: "real", right: "gan-digits", choice: "left"};
const second: Judgement = {at: at(2), left: "vae-digits", right: "real", choice: "left"};
const third: Judgement = {at: at(3), left: "real", right: "gan-digits", choice: "right"};

describe("judgements", () => {
  test("are counted as found by the side of the real picture, in all and by maker", () => {
    const {all, by} = foundReal([first, second, third]);
    expect(all).toEqual({right: 1, rounds: 3});
    expect(Object.fromEntries(by)).toEqual({
      "gan-digits": {right: 1, rounds: 2},
      "vae-digits": {right: 0, rounds: 1},
    });
  });

  test("without a real picture or an answer are not counted", () => {
    const tie = {...first, choice: "tie"} as const;
    const made = {...first, left: "vae-digits"};
    expect(foundReal([tie, made]).all).toEqual({right: 0, rounds: 0});
  });

  test("become comparisons of makers", () => {
    expect(comparisonsOf([second, {...first, choice: "tie"}])).toEqual([
      {first: "vae-digits", second: "real", outcome: "first"},
      {first: "real", second: "gan-digits", outcome: "tie"},
    ]);
  });

  test("of two records are each there once, in the order of time", () => {
    expect(mergeJudgements([third, first], [first, second])).toEqual([first, second, third]);
    const many = Array.from({length: 10_000}, (_, i) => ({...first, at: at(i)}));
    expect(() => mergeJudgements(many, [second])).toThrow("10001 judgements (at most 10000)");
    expect(mergeJudgements(many, [first])).toHaveLength(10_000);
  });

  test.each([
    [{...first, right: "real"}, 'invalid it.right: "real" (another maker than on the left)'],
    [{...first, left: "<b>"}, 'invalid it.left: "<b>" (a name like gan-digits)'],
    [{...first, choice: "both"}, 'invalid it.choice: "both" (one of left, right, tie)'],
    [{...first, at: "soon"}, 'invalid it.at: "soon" (a date like'],
    [7, "invalid it: 7 (an object)"],
  ])("refuses %j", (value, message) => {
    expect(() => parseJudgement("it", value)).toThrow(message);
  });

  test("have nothing else in them", () => {
    expect(parseJudgement("it", {...first, name: "Ada"})).toEqual(first);
  });
});
