/** Whether an exercise's folder is in the form that page, command line and tests read. */
import {existsSync} from "node:fs";
import {basename} from "node:path";
import {readExercise, readText, wrongAnswers} from "./folders.js";

const codeFiles = ["starter.ts", "solution.ts", "wrong", "spec.ts"];
const files = {
  code: ["index.md", "solution.md", ...codeFiles],
  experiment: ["index.md", "solution.md", "spec.ts"],
};

/** Every problem in words. */
export function formatProblems(folder: string): readonly string[] {
  const problems: string[] = [];
  const attempt = (work: () => readonly string[]) => {
    try {
      problems.push(...work());
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  attempt(() => descriptionProblems(folder));
  attempt(() => textProblems(folder));
  attempt(() => answerProblems(folder));
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

/** They are shown within the chapter, below the exercise's title; the solution without a renderer of formulas. */
function textProblems(folder: string): readonly string[] {
  const formula = /\$/.test(readText(folder, "solution.md")) ? ["solution.md: has a formula"] : [];
  return [
    ...formula,
    ...["index.md", "solution.md"].flatMap((file) => {
      const text = readText(folder, file);
      return [
        ...(text.startsWith("---") ? [`${file}: has front matter (it is part of a page)`] : []),
        ...(/^#{1,3} /m.test(text) ? [`${file}: has a heading above level 4`] : []),
        ...(/^```js/m.test(text) ? [`${file}: has a live cell`] : []),
      ];
    }),
  ];
}

/** Every name of `functions` is declared in both; every wrong answer says what it must get. */
function answerProblems(folder: string): readonly string[] {
  const exercise = readExercise(folder);
  if (exercise.kind !== "code") return [];
  if (wrongAnswers(folder).length === 0) return ["missing: a wrong answer in wrong/"];
  return ["starter.ts", "solution.ts"].flatMap((file) =>
    exercise.functions
      .filter(
        (name) =>
          !new RegExp(`^export (async )?(function|const) ${name}\\b`, "m").test(
            readText(folder, file),
          ),
      )
      .map((name) => `${file}: exports no ${name}`),
  );
}
