/** Where exercises lie, and what is in their folders. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {pathToFileURL} from "node:url";
import {type Exercise, parseExercise} from "../../lib/grading/exercise.js";
import type {Spec} from "../../lib/grading/spec.js";
import {answerText, type WrongAnswer} from "../../lib/grading/wrong-answer.js";
import {Plain, root} from "../project.mjs";

/** The folders of all exercises, by chapter and slug, without a slash at the end. */
export function exerciseFolders(lessons = `${root}lessons`): readonly string[] {
  return readdirSync(lessons)
    .sort()
    .map((chapter) => `${lessons}/${chapter}/exercises`)
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .sort()
        .map((slug) => `${folder}/${slug}`),
    );
}

/** The folder of one exercise. */
export function folderOf(slug: string): string {
  const folders = exerciseFolders();
  const folder = folders.find((each) => basename(each) === slug);
  if (folder !== undefined) return folder;
  throw new Plain(
    `unknown exercise: ${slug} (one of ${folders.map((f) => basename(f)).join(", ")})`,
  );
}

/** The exercise as its `exercise.json` has it. */
export function readExercise(folder: string): Exercise {
  return parseExercise(JSON.parse(readText(folder, "exercise.json")));
}

export function readText(folder: string, file: string): string {
  return readFileSync(`${folder}/${file}`, "utf8");
}

/** The spec of a code exercise. */
export async function importSpec(folder: string): Promise<Spec> {
  return (await import(pathToFileURL(`${folder}/spec.ts`).href)) as Spec;
}

/** An answer that is known to be wrong, and the message it must get. */
export interface KnownAnswer {
  readonly name: string;
  readonly code: string;
  /** A part of the message that it must get. */
  readonly expect: string;
}

/** The wrong answers of a code exercise. */
export async function wrongAnswers(folder: string): Promise<readonly KnownAnswer[]> {
  const {wrong} = (await import(pathToFileURL(`${folder}/wrong.ts`).href)) as {
    readonly wrong: readonly WrongAnswer[];
  };
  const solution = readText(folder, "solution.ts");
  return wrong.map((each) => ({
    name: each.name,
    code: answerText(solution, each),
    expect: each.expect,
  }));
}
