import {expect, it} from "vitest";
import {verdictOf} from "../../../lib/grading/verdict.js";
import {verdictWords} from "../../../tools/exercise/verdict-words.js";

it("says of each test what it earned, and of a failed one everything", () => {
  const base = {task: "a", points: 0, maxPoints: 2};
  const verdict = verdictOf(
    [
      {...base, name: "one", status: "passed", points: 2},
      {
        ...base,
        name: "two",
        status: "failed",
        input: "f(0)",
        expected: "[[1, 2],\n [3, 4]]",
        yours: "3",
        advice: "look.",
      },
      {...base, name: "three", status: "not-run"},
    ],
    "seen\n",
  );
  expect(verdictWords(verdict)).toBe(
    [
      "  ✓ one  2/2",
      "  ✗ two  0/2",
      "    input:    f(0)",
      "    expected: [[1, 2],",
      "               [3, 4]]",
      "    yours:    3",
      "    try:      look.",
      "  · three  0/2 (not run)",
      "",
      "  printed:",
      "    seen",
      "",
      "  partly: 2 of 6 points",
    ].join("\n"),
  );
});

/** Clears the screen and writes a verdict of its own. */
const clearing = "\u001b[2J\u001b[H  correct: 9 of 9 points\r";

it("shows a sequence that would clear the screen, wherever a submission says it", () => {
  const test = {task: "a", name: "one", points: 0, maxPoints: 1, status: "error"} as const;
  const said = {input: clearing, expected: clearing, yours: clearing, advice: clearing};
  const words = verdictWords(verdictOf([{...test, ...said}], clearing, clearing));
  expect(words.match(/\\u\{1b\}\[2J/g)).toHaveLength(6);
  expect(words).not.toMatch(/(?!\n)\p{Cc}/u);
});
