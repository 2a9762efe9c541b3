/** Whether an exercise's folder is in the form that page, command line and tests read. */
import {existsSync} from "node:fs";
import {basename} from "node:path";
import type {CodeExercise} from "../../lib/grading/exercise.js";
import {areSameLines, parseLineOrder} from "../../lib/grading/line-order.js";
import {type KnownAnswer, readExercise, readText, wrongAnswers} from "./folders.js";

const codeFiles = ["starter.ts", "solution.ts", "wrong.ts", "mutants.ts", "spec.ts"];
const files = {
  code: ["index.md", "solution.md", ...codeFiles],
  experiment: ["index.md", "solution.md", "spec.ts"],
};

/** Every problem in words. */
export async function formatProblems(folder: string): Promise<readonly string[]> {
  const problems: string[] = [];
  const attempt = async (work: () => readonly string[] | Promise<readonly string[]>) => {
    try {
      problems.push(...(await work()));
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  await attempt(() => descriptionProblems(folder));
  await attempt(() => textProblems(folder));
  await attempt(() => answerProblems(folder));
  await attempt(() => specProblems(folder));
  return problems;
}

function descriptionProblems(folder: string): readonly string[] {
  const {slug, chapter, kind, hints} = readExercise(folder);
  return [
    ...(slug === basename(folder) ? [] : [`invalid slug: ${slug} (the folder's name)`]),
    ...(folder.includes(`/${chapter}/exercises/`)
      ? []
      : [`invalid chapter: ${chapter} (the lesson's folder)`]),
    ...(hints.length >= 2 ? [] : ["too few hints: 1 (two or more)"]),
    ...files[kind]
      .filter((file) => !existsSync(`${folder}/${file}`))
      .map((file) => `missing: ${file}`),
  ];
}

function specProblems(folder: string): readonly string[] {
  return /\bArray\.isArray\b/.test(readText(folder, "spec.ts"))
    ? ["spec.ts: Array.isArray turns typed arrays away (take check.list or isList of compare.ts)"]
    : [];
}

/** They are shown within the chapter, below the exercise's title. */
function textProblems(folder: string): readonly string[] {
  return ["index.md", "solution.md"].flatMap((file) => {
    const text = readText(folder, file);
    return [
      ...(text.startsWith("---") ? [`${file}: has front matter (it is part of a page)`] : []),
      ...(/^#{1,3} /m.test(text) ? [`${file}: has a heading above level 4`] : []),
      ...(/^```js/m.test(text) ? [`${file}: has a live cell`] : []),
    ];
  });
}

/** Every name of `functions` is declared in both; every wrong answer has a name of its own. */
async function answerProblems(folder: string): Promise<readonly string[]> {
  const exercise = readExercise(folder);
  if (exercise.kind !== "code") return [];
  const [starter, solution] = [readText(folder, "starter.ts"), readText(folder, "solution.ts")];
  const hasExhibit = /^export (async )?function exhibit\b/m.test(readText(folder, "spec.ts"));
  const formed = [
    ...formProblems(exercise, starter, solution),
    ...(exercise.form === "bug-hunt" && !hasExhibit ? ["spec.ts: exports no exhibit"] : []),
  ];
  const undeclared = ["starter.ts", "solution.ts"].flatMap((file) =>
    exercise.functions
      .filter(
        (name) =>
          !new RegExp(`^export (async )?(function|const) ${name}\\b`, "m").test(
            readText(folder, file),
          ),
      )
      .map((name) => `${file}: exports no ${name}`),
  );
  return [...formed, ...undeclared, ...wrongAnswerProblems(await wrongAnswers(folder))];
}

/** Starter and solution of a reorder are orders of the same lines; the starter of a bug hunt has one fault. */
export function formProblems(
  {form}: Pick<CodeExercise, "form">,
  starter: string,
  solution: string,
): readonly string[] {
  if (form === "reorder") return reorderProblems(parseLineOrder(starter), parseLineOrder(solution));
  if (form !== "bug-hunt") return [];
  const given = starter.split("\n");
  const changed = solution.split("\n").filter((line) => !given.includes(line)).length;
  return changed <= mostMended ? [] : [`starter.ts: ${changed} lines differ (the fault is one)`];
}

const mostMended = 3;

type Read = ReturnType<typeof parseLineOrder>;

function reorderProblems(starter: Read, solution: Read): readonly string[] {
  if ("problem" in starter) return [`starter.ts: ${starter.problem}`];
  if ("problem" in solution) return [`solution.ts: ${solution.problem}`];
  return areSameLines(starter, solution) ? [] : ["starter.ts: has other lines than solution.ts"];
}

function wrongAnswerProblems(wrong: readonly KnownAnswer[]): readonly string[] {
  if (wrong.length === 0) return ["wrong.ts: has no wrong answer"];
  const names = wrong.map(({name}) => name);
  return [
    ...names
      .filter((name, i) => names.indexOf(name) !== i)
      .map((name) => `wrong.ts: has ${name} twice`),
    ...wrong
      .filter(({expect}) => expect.trim() === "")
      .map(({name}) => `wrong.ts: expects nothing of ${name}`),
  ];
}
