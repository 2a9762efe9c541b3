import {expect, it} from "vitest";
import {visible} from "../../lib/visible.js";

it.each([
  ["what is read stays", "a ä 日本 🎉\n\tb", "a ä 日本 🎉\n\tb"],
  ["the end of a line alone", "a\rb", "a\\u{d}b"],
  ["another direction", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
  ["what is not seen", "a\u200bb\u0000\u007f\u009b", "a\\u{200b}b\\u{0}\\u{7f}\\u{9b}"],
  ["half a character", "a\ud800b", "a\\u{d800}b"],
])("shows text: %s", (_, text, expected) => {
  expect(visible(text, "\n\t")).toBe(expected);
});

it("keeps nothing unless told", () => {
  expect(visible("a\n\tb")).toBe("a\\u{a}\\u{9}b");
});
