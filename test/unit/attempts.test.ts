import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {verdictOf} from "../../lib/grading/verdict.js";
import {AttemptBook} from "../../tools/exercise/attempts.js";

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
