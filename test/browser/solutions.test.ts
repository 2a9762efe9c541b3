import {readdirSync, readFileSync, statSync} from "node:fs";
import {basename} from "node:path";
import {describe, expect, it} from "vitest";
import {withEvidence} from "../../tools/evidence-text.mjs";
import {exerciseFolders, readExercise, readText} from "../../tools/exercise/folders.js";
import {dist} from "./harness.js";

/** Every file of the site as text. */
const files = readdirSync(dist, {recursive: true, encoding: "utf8"})
  .filter((file) => statSync(dist + file).isFile())
  .map((file) => [file, readFileSync(dist + file, "latin1")] as const);

/** Lines of a solution that say something of their own: not in what the reader is given. */
function tellingLines(folder: string, file: string): string[] {
  const given = ["starter.ts", "index.md"].filter((name) => readdirSync(folder).includes(name));
  const known = given.map((name) => readText(folder, name)).join("\n");
  const lines = withEvidence(readText(folder, file), file)
    .split("\n")
    .map((line) => line.trim());
  return lines.filter((line) => line.length >= 40 && !known.includes(line));
}

describe.each(exerciseFolders().map((folder) => [basename(folder), folder]))(
  "%s",
  (slug, folder) => {
    const {kind} = readExercise(folder);
    const lines = [
      ...(kind === "code" ? tellingLines(folder, "solution.ts") : []),
      ...tellingLines(folder, "solution.md"),
    ];

    it("has its solution in the site packed, where nobody reads it by chance", () => {
      expect(lines.length).toBeGreaterThan(3);
      // One line may stand elsewhere by chance; two in one file are a solution.
      const found = files.flatMap(([file, text]) => {
        const there = lines.filter((line) => text.includes(line));
        return there.length > 1 ? [[file, ...there].join("\n")] : [];
      });
      expect(found).toEqual([]);
      const packed = files.filter(([file]) => file.includes(`vendor/exercises/${slug}.`));
      expect(packed.map(([file]) => file)).toEqual([expect.stringMatching(/\.bin$/)]);
    });
  },
);
