import {expect, it} from "vitest";
import {answerText} from "../../../lib/grading/wrong-answer.js";

const solution = "return x + x * y;";

it("puts each replacement into the solution", () => {
  const replace = [
    ["x +", "x -"],
    ["* y", "/ $& y"],
  ] as const;
  expect(answerText(solution, {replace})).toBe("return x - x / $& y;");
});

it("takes a text of its own as it is", () => {
  expect(answerText(solution, {code: "return 1;"})).toBe("return 1;");
});

it.each([
  ["z", "y", /"z" \(must come once in the solution, comes 0 times\)/],
  ["x", "y", /"x" \(must come once in the solution, comes 2 times\)/],
  ["", "y", /"" \(must come once/],
  ["y", "y", /"y" stays as it is/],
] as const)("refuses %j for %j", (from, to, problem) => {
  expect(() => answerText(solution, {replace: [[from, to]]})).toThrow(problem);
});
