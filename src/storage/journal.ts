import {basePath} from "./place.js";
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

/** What a closing page left. */
export function readJournal(exercise: string, storage = safeStorage()): JournalEntry | undefined {
  try {
    const entry = JSON.parse(storage?.getItem(keyOf(exercise)) ?? "null") as JournalEntry | null;
    return typeof entry?.draft?.text === "string" ? entry : undefined;
  } catch {
    return undefined;
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
