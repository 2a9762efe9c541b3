import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {verdictOf} from "../../../lib/grading/verdict.js";
import {AttemptBook} from "../../../tools/exercise/attempts.js";

it("remembers attempts, and never writes over the reader's file", () => {
  const folder = mkdtempSync(join(tmpdir(), "from-noise-"));
  const starter = join(folder, "starter.ts");
  writeFileSync(starter, "the starter");
  const book = new AttemptBook(join(folder, "my"));
  expect(book.stateOf("double")).toBe("not attempted");

  expect(book.begin("double", starter)).toBe(true);
  expect(book.stateOf("double")).toBe("begun");
  writeFileSync(book.fileOf("double"), "my work");
  expect(book.begin("double", starter)).toBe(false);
  expect(readFileSync(book.fileOf("double"), "utf8")).toBe("my work");

  const test = {name: "a", task: "a", status: "passed", points: 2, maxPoints: 2} as const;
  book.keepHints("double", 2);
  book.keepVerdict("double", verdictOf([test], ""));
  const again = new AttemptBook(join(folder, "my"));
  expect(again.stateOf("double")).toBe("correct, 2 of 2 points");
  expect(again.of("double").hintsSeen).toBe(2);
  expect(again.stateOf("other")).toBe("not attempted");
});

const good = {hintsSeen: 1, last: {state: "correct", points: 2, maxPoints: 2}};
const whole = JSON.stringify({good, double: good});

it.each([
  ["nothing at all", ""],
  ["half of it", whole.slice(0, 40)],
  ["null", "null"],
  ["a list", "[1]"],
  ["a text", '"attempts"'],
  ["a million characters", `"${"x".repeat(1e6)}"`],
  ["an attempt that is none", JSON.stringify({good, double: null})],
  ["no hints", JSON.stringify({good, double: {...good, hintsSeen: undefined}})],
  ["hints that are a text", JSON.stringify({good, double: {...good, hintsSeen: "1"}})],
  ["a last that is none", JSON.stringify({good, double: {...good, last: 7}})],
  ["an unknown state", JSON.stringify({good, double: {...good, last: {...good.last, state: "x"}}})],
  [
    "points beyond the most",
    JSON.stringify({good, double: {...good, last: {...good.last, points: 3}}}),
  ],
])(
  "goes on when the file holds %s: what can be read is used, and the rest is copied",
  (_, text) => {
    const folder = mkdtempSync(join(tmpdir(), "from-noise-"));
    writeFileSync(join(folder, "attempts.json"), text);
    const told: string[] = [];
    const book = new AttemptBook(folder, (words) => told.push(words));
    expect(book.stateOf("double")).toBe("not attempted");
    expect(book.of("double")).toEqual({hintsSeen: 0});
    book.keepHints("double", 1);
    expect(book.of("double")).toEqual({hintsSeen: 1});
    expect(book.of("good")).toEqual(
      text.startsWith('{"good"') && text.endsWith("}") ? good : {hintsSeen: 0},
    );
    expect(readFileSync(join(folder, "attempts.damaged-1.json"), "utf8")).toBe(text);
    expect(readdirSync(folder).toSorted()).toEqual(["attempts.damaged-1.json", "attempts.json"]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/attempts\.json is damaged: invalid .{1,120}\. What can be read/);
  },
);

it("tells a verdict that it cannot keep", () => {
  const folder = mkdtempSync(join(tmpdir(), "from-noise-"));
  mkdirSync(join(folder, "attempts.json"));
  const told: string[] = [];
  new AttemptBook(folder, (words) => told.push(words)).keepHints("double", 1);
  expect(told.join("\n")).toMatch(/could not be noted/);
});
