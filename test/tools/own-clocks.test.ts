import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {root} from "../../tools/project.mjs";

/** As the last argument of a test or hook, or as an option. */
const ownLimit = /^\s*\}, \d[\d_]{3,}\);$|\btimeout: \d/m;

// What a machine with much beside has time for, vitest.config.ts knows.
test("no test has a time limit of its own", () => {
  const listed = ["ls-files", "-co", "--exclude-standard", "test", "src/experiments"];
  const files = execFileSync("git", listed, {cwd: root, encoding: "utf8"}).split("\n");
  const tests = files.filter((file) => /[./]test\.ts$/.test(file));
  expect(tests.length).toBeGreaterThan(500);
  expect(tests.filter((file) => ownLimit.test(readFileSync(root + file, "utf8")))).toEqual([]);
});
