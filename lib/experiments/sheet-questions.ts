import {named} from "../named.js";
import {strongJudge} from "./gan-digits-sheets.js";
import type {SheetQuestion} from "./sheet-question.js";
import {costlyCode} from "./vae-digits-sheets.js";

/** Every question whose answer is a sheet, by experiment and name: how it is asked for in a lesson, and kept. */
export const sheetQuestions: Readonly<Record<string, SheetQuestion>> = Object.fromEntries(
  [strongJudge, costlyCode].map((question) => [`${question.experiment}.${question.id}`, question]),
);

/** The question called `name`, "gan-digits.strongJudge". Throws a RangeError that lists the known ones. */
export function findSheetQuestion(name: string): SheetQuestion {
  return named("sheet question", sheetQuestions, name);
}
