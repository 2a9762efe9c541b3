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
