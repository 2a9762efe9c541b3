import {mergeAnswers, type RecallAnswers} from "./recall-answers.js";
import {mergeResults, type Result} from "./result.js";
import type {Shelf} from "./shelf.js";
import {mergeWork, type Work} from "./work.js";

/** All that the course keeps of a reader, by exercise or question. */
export interface Logbook {
  readonly work: Readonly<Record<string, Work>>;
  readonly results: Readonly<Record<string, Result>>;
  readonly recalls: Readonly<Record<string, RecallAnswers>>;
}

/** Everything on the shelf. */
export async function readLogbook(shelf: Shelf): Promise<Logbook> {
  const [work, results, recalls] = await Promise.all([
    shelf.all("work"),
    shelf.all("results"),
    shelf.all("recalls"),
  ]);
  return {
    work: Object.fromEntries(work) as Logbook["work"],
    results: Object.fromEntries(results) as Logbook["results"],
    recalls: Object.fromEntries(recalls) as Logbook["recalls"],
  };
}

/** Adds another logbook to the shelf. Nothing that is there is lost: of two drafts, the shelf's stays the draft. */
export async function addLogbook(shelf: Shelf, logbook: Logbook): Promise<void> {
  for (const [key, work] of Object.entries(logbook.work))
    await shelf.update("work", key, (old) => mergeWork(old as Work | undefined, work));
  for (const [key, result] of Object.entries(logbook.results))
    await shelf.update("results", key, (old) => mergeResults(old as Result | undefined, result));
  for (const [key, answers] of Object.entries(logbook.recalls))
    await shelf.update("recalls", key, (old) =>
      mergeAnswers((old as RecallAnswers | undefined) ?? [], answers),
    );
}
