import {describe, expect, test} from "vitest";
import type {Judgement} from "../../../lib/questions/judgement.js";
import {
  type Answers,
  judgementFile,
  parseJudgements,
  pooled,
} from "../../../lib/questions/judgement-file.js";

const at = (second: number) => new Date(Date.UTC(2026, 10, 28, 12, 0, second)).toISOString();
const judged = (second: number): Judgement => ({
  ...{at: at(second), left: "real", right: "gan-digits"},
  choice: "left",
});
const answers: Answers = {"real-or-made": [judged(1)], ranking: [judged(2), judged(3)]};
const text = judgementFile(answers, at(9));

describe("a file of judgements", () => {
  test("gives back what was put into it, and nothing else", () => {
    expect(parseJudgements(text)).toEqual(answers);
    expect(Object.keys(JSON.parse(text))).toEqual([
      ...["format", "version", "exportedAt"],
      ...["real-or-made", "ranking"],
    ]);
  });

  test.each([
    ["cut short", text.slice(0, -9), "it is no file of judgements, or not the whole of one"],
    ["empty", "", "it is no file of judgements"],
    ["a list", "[]", "invalid file: [] (an object)"],
    ["a progress file", '{"format": "from-noise-logbook"}', "invalid format: "],
    [
      "of a version to come",
      text.replace('"version": 1', '"version": 2'),
      "invalid version: 2 (1)",
    ],
    ["without ranking", text.replace("ranking", "other"), "invalid ranking: undefined (a list)"],
    [
      "with a tag for a maker",
      text.replace('"gan-digits"', '"<img src=x>"'),
      'invalid real-or-made[0].right: "<img src=x>" (a name like gan-digits)',
    ],
    [
      "of a million answers",
      JSON.stringify({...JSON.parse(text), ranking: new Array(1_000_000).fill(1)}),
      "invalid ranking: 1000000 items (at most 10000)",
    ],
  ])("is refused when it is %s", (_, broken, message) => {
    expect(() => parseJudgements(broken)).toThrow(message);
  });

  test("is pooled with others: an earlier file of the same judge adds nothing", () => {
    const earlier: Answers = {...answers, ranking: [judged(2)]};
    const other: Answers = {"real-or-made": [], ranking: [judged(4)]};
    expect(pooled([answers, earlier, other])).toEqual({
      answers: {"real-or-made": [judged(1)], ranking: [judged(2), judged(3), judged(4)]},
      again: 2,
    });
    expect(pooled([])).toEqual({answers: {"real-or-made": [], ranking: []}, again: 0});
  });
});
