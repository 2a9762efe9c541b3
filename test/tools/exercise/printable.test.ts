import {expect, it} from "vitest";
import {verdictOf} from "../../../lib/grading/verdict.js";
import {printable} from "../../../tools/exercise/printable.js";
import {verdictWords} from "../../../tools/exercise/verdict-words.js";

/** Clears the screen and writes a verdict of its own. */
const clearing = "\u001b[2J\u001b[H  correct: 9 of 9 points\r";

it("shows a sequence that would clear the screen, wherever a submission says it", () => {
  const test = {task: "a", name: "one", points: 0, maxPoints: 1, status: "error"} as const;
  const said = {input: clearing, expected: clearing, yours: clearing, advice: clearing};
  const words = verdictWords(verdictOf([{...test, ...said}], clearing, clearing));
  expect(words.match(/\\u\{1b\}\[2J/g)).toHaveLength(6);
  expect(words).not.toMatch(/(?!\n)\p{Cc}/u);
});

it.each([
  ["what is read stays", "a ä 日本 🎉\n\tb", "a ä 日本 🎉\n\tb"],
  ["the end of a line alone", "a\rb", "a\\u{d}b"],
  ["another direction", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
  ["what is not seen", "a\u200bb\u0000\u007f\u009b", "a\\u{200b}b\\u{0}\\u{7f}\\u{9b}"],
  ["half a character", "a\ud800b", "a\\u{d800}b"],
])("prints text: %s", (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});
