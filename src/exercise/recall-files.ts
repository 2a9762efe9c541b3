import {recallFiles} from "../vendor/recall-files.js";
import {parseQuestions, type Question} from "./recall-questions.js";

export interface ChapterQuestion extends Question {
  /** The lesson's folder. */
  readonly chapter: string;
}

let read: Promise<readonly ChapterQuestion[]> | undefined;

/** Every question of the course. */
export function allQuestions(): Promise<readonly ChapterQuestion[]> {
  read ??= Promise.all(
    Object.entries(recallFiles).map(async ([chapter, file]) =>
      parseQuestions(await file.json()).map((question) => ({...question, chapter})),
    ),
  ).then((chapters) => chapters.flat());
  return read;
}
