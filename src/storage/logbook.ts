import {type GuessRecord, mergeGuesses} from "./guess-record.js";
import {mergeAnswers, type RecallAnswers} from "./recall-answers.js";
import {mergeResults, type Result} from "./result.js";
import type {Shelf} from "./shelf.js";
import {mergeWork, type Work} from "./work.js";

/** All that the course keeps of a reader, by exercise, question or what was guessed. */
export interface Logbook {
  readonly work: Readonly<Record<string, Work>>;
  readonly results: Readonly<Record<string, Result>>;
  readonly recalls: Readonly<Record<string, RecallAnswers>>;
  readonly guesses: Readonly<Record<string, GuessRecord>>;
}

/** Everything on the shelf. */
export async function readLogbook(shelf: Shelf): Promise<Logbook> {
  const [work, results, recalls, guesses] = await Promise.all([
    shelf.all("work"),
    shelf.all("results"),
    shelf.all("recalls"),
    shelf.all("guesses"),
  ]);
  return {
    work: Object.fromEntries(work) as Logbook["work"],
    results: Object.fromEntries(results) as Logbook["results"],
    recalls: Object.fromEntries(recalls) as Logbook["recalls"],
    guesses: Object.fromEntries(guesses) as Logbook["guesses"],
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
  for (const [key, guess] of Object.entries(logbook.guesses))
    await shelf.update("guesses", key, (old) =>
      mergeGuesses(old as GuessRecord | undefined, guess),
    );
}
