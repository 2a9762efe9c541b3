import {expect, it} from "vitest";
import {withPlace} from "../../../lib/grading/error-place.js";

const script = "let a;\nconst b = {};\n  b.foo(1);\n\tm ();\nfor (const q of b) a += a.size;\n";
const at = (place: string) => `\n    at f (exercise.ts:${place})`;

it.each([
  [
    "the owner of a call",
    `TypeError: not a function${at("3:4")}`,
    "TypeError: b.foo is not a function",
  ],
  [
    "a call by its space",
    `TypeError: not a function${at("4:1")}`,
    "TypeError: m is not a function",
  ],
  [
    "a place that is not there",
    `TypeError: not a function${at("99:1")}`,
    "TypeError: not a function",
  ],
  ["an error without a place", "TypeError: not a function", "TypeError: not a function"],
])("names what is no function: %s", (_, text, expected) => {
  expect(withPlace(text, script).split("\n")[0]).toBe(expected);
});

it.each([
  ["a name", `ReferenceError: q is not defined${at("1:1")}`, at("5:12")],
  ["a property", `TypeError: cannot read property 'size' of undefined${at("3:4")}`, at("5:27")],
  [
    "a place that nobody knows",
    `TypeError: cannot read property '3' of undefined${at("3:4")}`,
    "\n    at f (near exercise.ts:3)",
  ],
  ["an error of the code's own", `Error: q is not defined${at("1:1")}`, at("1:1")],
])("finds the place: %s", (_, text, expected) => {
  expect(withPlace(text, script).slice(text.indexOf("\n"))).toBe(expected);
});

it("takes no time for a line of blanks or a name of signs", () => {
  const blanks = `${" ".repeat(200_000)}x`;
  const text = `TypeError: cannot read property 'y' of undefined${at("1:1")}`;
  expect(withPlace(text, blanks)).toContain("near exercise.ts:1");
  expect(withPlace(`ReferenceError: $ is not defined${at("1:1")}`, "a+$")).toContain(":1:3");
});
