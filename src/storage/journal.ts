import {fieldsOf, refuse, textOf} from "../lib/field-checks.js";
import {parseDraft} from "./parse-work.js";
import {basePath} from "./place.js";
import {OwnReading, type Reading} from "./reading.js";
import type {Draft} from "./work.js";

/** A draft that a closing page had no time to put into the database, with the revision it follows. */
export interface JournalEntry {
  readonly draft: Draft;
  readonly basedOn: string | undefined;
}

/** Writes at once, which IndexedDB cannot: it is all that a tab that is being closed has time for. */
export function writeJournal(exercise: string, entry: JournalEntry, storage = safeStorage()): void {
  try {
    storage?.setItem(keyOf(exercise), JSON.stringify(entry));
  } catch {
    // Full or forbidden: the database has everything but the last moment.
  }
}

/** An entry that a closing page left, and the whole as it was kept if that could not be read. */
export interface Left {
  readonly entry?: JournalEntry;
  readonly damaged?: {readonly text: string; readonly problems: readonly string[]};
}

/** Reads what a closing page left. */
export function readJournal(exercise: string, storage = safeStorage()): Left {
  const text = textIn(exercise, storage);
  if (text === null) return {};
  const reading = new OwnReading();
  const entry = reading.attempt(() => parseEntry(text, reading), undefined);
  const {problems} = reading;
  return {...(entry && {entry}), ...(problems.length > 0 && {damaged: {text, problems}})};
}

function textIn(exercise: string, storage: Storage | undefined): string | null {
  try {
    return storage?.getItem(keyOf(exercise)) ?? null;
  } catch {
    return null;
  }
}

function parseEntry(text: string, reading: Reading): JournalEntry {
  const {draft, basedOn} = fieldsOf("journal", jsonOf(text));
  const revision = () => textOf("journal.basedOn", basedOn, 200);
  return {
    draft: parseDraft("journal.draft", draft, reading),
    basedOn: basedOn === undefined ? undefined : reading.attempt(revision, undefined),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("journal", text, "JSON");
  }
}

/** Forgets it, once the database has it. */
export function forgetJournal(exercise: string, storage = safeStorage()): void {
  try {
    storage?.removeItem(keyOf(exercise));
  } catch {
    // There was none.
  }
}

/** Forgets all that closing pages left. */
export function forgetJournals(storage = safeStorage()): void {
  try {
    const names = Array.from({length: storage?.length ?? 0}, (_, i) => storage?.key(i) ?? "");
    for (const name of names) if (name.startsWith(keyOf(""))) storage?.removeItem(name);
  } catch {
    // There were none.
  }
}

function keyOf(exercise: string): string {
  return `from-noise.draft.${basePath}.${exercise}`;
}

function safeStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
