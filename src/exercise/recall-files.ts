import {FileAttachment} from "observablehq:stdlib";
import {parseQuestions, type Question} from "./recall-questions.js";

/** The chapters with recall questions, in the order of the course. Framework wants each path written out. */
const files = {
  "02-machine-learning": FileAttachment("../lessons/02-machine-learning/recall.json"),
  "03-gans": FileAttachment("../lessons/03-gans/recall.json"),
  "04-vaes": FileAttachment("../lessons/04-vaes/recall.json"),
};

export interface ChapterQuestion extends Question {
  /** The lesson's folder. */
  readonly chapter: string;
}

let read: Promise<readonly ChapterQuestion[]> | undefined;

/** Every question of the course. */
export function allQuestions(): Promise<readonly ChapterQuestion[]> {
  read ??= Promise.all(
    Object.entries(files).map(async ([chapter, file]) =>
      parseQuestions(await file.json()).map((question) => ({...question, chapter})),
    ),
  ).then((chapters) => chapters.flat());
  return read;
}
