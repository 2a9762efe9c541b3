import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  exerciseFolders,
  folderOf,
  readExercise,
  readText,
  wrongAnswers,
} from "../../tools/exercise/folders.js";
import {formatProblems, formProblems} from "../../tools/exercise/format.js";
import {gradeCode} from "../../tools/exercise/grade-code.js";
import {writeSkeleton} from "../../tools/exercise/skeleton.js";
import {patient} from "../lib/grading/graded.js";
import {falseAlarms, readGraded, trustedVerdict, wordsOf} from "../lib/grading/trusted-verdict.js";

const seeds = Array.from({length: 8}, (_, i) => 1000003 * i + 17);
/** QuickJS takes many times as long as Node, and says the same. */
const sandboxedSeeds = 1;
const folders = exerciseFolders();
const codeFolders = folders.filter((folder) => readExercise(folder).kind === "code");
const exercises = await Promise.all(
  codeFolders.map(async (folder) => ({
    slug: basename(folder),
    folder,
    graded: await readGraded(folder),
    wrong: await wrongAnswers(folder),
  })),
);

it("there are exercises, and each slug is used once", () => {
  expect(folders.length).toBeGreaterThan(0);
  const slugs = folders.map((folder) => basename(folder));
  expect(new Set(slugs).size).toBe(slugs.length);
});

it.each(folders.map((folder) => [basename(folder), folder]))(
  "%s has the form of an exercise",
  async (_, folder) => {
    expect(await formatProblems(folder)).toEqual([]);
  },
);

describe.each(exercises)("$slug", ({folder, graded, wrong}) => {
  it("begins with a starter that runs and earns nothing", async () => {
    const verdict = await gradeCode(folder, readText(folder, "starter.ts"), seeds[0]!);
    expect(verdict).toMatchObject({state: "incorrect", points: 0});
    expect(verdict.problem).toBeUndefined();
  });

  it("has a solution that passes for every seed, in a reader's sandbox with a fifth of the turns", async () => {
    const solution = readText(folder, "solution.ts");
    const timeLimitMs = graded.exercise.timeLimitMs / 5;
    const hurried = {...graded, exercise: {...graded.exercise, timeLimitMs}};
    for (const [i, seed] of seeds.entries()) {
      const verdict = await (i < sandboxedSeeds
        ? trustedVerdict(hurried, solution, seed, patient)
        : trustedVerdict(graded, solution, seed));
      expect(wordsOf(verdict).trim(), `seed ${seed}`).toBe("");
      expect(verdict).toMatchObject({state: "correct", points: verdict.maxPoints});
    }
  });

  it.each(wrong.map((each, i) => [each.name, each, seeds[i % 8]!] as const))(
    "tells what is wrong with %s",
    async (_, {code, expect: part}, seed) => {
      const verdict = await trustedVerdict(graded, code, seed);
      expect(verdict.state, `seed ${seed}`).not.toBe("correct");
      expect(wordsOf(verdict), `seed ${seed}`).toContain(part);
      expect(falseAlarms(verdict)).toEqual([]);
    },
  );
});

describe("a new exercise", () => {
  const folder = join(
    mkdtempSync(join(tmpdir(), "from-noise-")),
    "lessons/04-vaes/exercises/twice",
  );

  it("has the form of an exercise from the start, and is not written over", async () => {
    writeSkeleton(folder);
    expect(await formatProblems(folder)).toEqual([]);
    expect(() => writeSkeleton(folder)).toThrow("the exercise exists");
    expect(() => writeSkeleton(`${folder}/Not A Slug`)).toThrow("invalid slug: Not A Slug");
  });
});

describe("the form of an exercise", () => {
  it("asks for the same lines in starter and solution, and for a fault in one place", () => {
    const order = readText(folderOf("duel-in-order"), "solution.ts");
    const other = order.replace("z = noise[1]!;", "z = noise[2]!;");
    expect(formProblems({form: "reorder"}, other, order)).toEqual([
      "starter.ts: has other lines than solution.ts",
    ]);
    const [starter, solution] = ["a\nb\nc\nd", "a\nB\nC\nd"];
    expect(formProblems({form: "bug-hunt"}, starter, solution)).toEqual([]);
    expect(formProblems({form: "bug-hunt"}, starter, solution.toUpperCase())).toEqual([
      "starter.ts: 4 lines differ (the fault is one)",
    ]);
  });

  it("is asked of every file", async () => {
    const folder = join(
      mkdtempSync(join(tmpdir(), "from-noise-")),
      "lessons/04-vaes/exercises/none",
    );
    expect((await formatProblems(folder)).join("\n")).toMatch(/no such file.*exercise\.json/);
  });
});
