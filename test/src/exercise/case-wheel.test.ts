import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {nextOpen, scoreText, verdictOn} from "../../../src/exercise/case-wheel.js";
import {learningCases, learningKinds} from "../../../src/exercise/learning-cases.js";

const kinds = Object.keys(learningKinds) as (keyof typeof learningKinds)[];

describe("the cases", () => {
  test("are a dozen, three of each kind, none twice", () => {
    expect(learningCases).toHaveLength(12);
    for (const kind of kinds)
      expect(learningCases.filter(({answer}) => answer === kind)).toHaveLength(3);
    expect(new Set(learningCases.map(({text}) => text)).size).toBe(12);
  });

  test("answer every answer, each in words of its own, and give nothing away", () => {
    const words = learningCases.flatMap(({feedback}) => kinds.map((kind) => feedback[kind]));
    expect(words).toHaveLength(48);
    expect(new Set(words).size).toBe(48);
    for (const text of words) expect(text.length).toBeGreaterThan(30);
    for (const {text} of learningCases) expect(text).not.toMatch(/supervis|reinforce|label/i);
  });

  test("another answer that can be defended is not the best one, and is said to be defensible", () => {
    const two = learningCases.filter(({also}) => also !== undefined);
    expect(two.length).toBeGreaterThan(0);
    for (const {answer, also, feedback} of two) {
      expect(also).not.toBe(answer);
      expect(feedback[also!]).toContain("can be defended");
    }
  });

  test("stand in the chapter word for word, with their answers, in the same order", () => {
    const lesson = readFileSync(
      new URL("../../../lessons/02-machine-learning/which-kind.md", import.meta.url),
      "utf8",
    );
    const places = learningCases.flatMap(({text, answer, feedback}) => [
      lesson.indexOf(text),
      lesson.indexOf(feedback[answer]),
    ]);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

test("a verdict is right for the best answer, defensible for the other, wrong else", () => {
  const one = learningCases.find(({also}) => also)!;
  expect(verdictOn(one, one.answer)).toBe("right");
  expect(verdictOn(one, one.also!)).toBe("defensible");
  const others = kinds.filter((kind) => kind !== one.answer && kind !== one.also);
  for (const kind of others) expect(verdictOn(one, kind)).toBe("wrong");
});

test("spinning brings up open cases, and others when there are none", () => {
  const states = ["right", "open", "late", "open"] as const;
  expect(nextOpen(states, 0, 0)).toBe(1);
  expect(nextOpen(states, 0, 0.99)).toBe(3);
  expect(nextOpen(states, 1, 0)).toBe(3);
  expect(nextOpen(["right", "late"], 0, 0.5)).toBe(1);
});

test("the score tells what was right at once", () => {
  expect(scoreText(["open", "right", "late", "right"])).toBe("3 of 4 answered, 2 at once");
});
