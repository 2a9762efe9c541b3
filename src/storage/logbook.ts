import {mergeJudgements} from "../lib/questions/judgement.js";
import {ownerOf} from "./aside.js";
import {type Store, stores} from "./disk.js";
import {type Entries, keyForms} from "./entries.js";
import {mergeGuesses} from "./guess-record.js";
import {portableText} from "./portable-text.js";
import {mergeAnswers} from "./recall-answers.js";
import {mergeResults} from "./result.js";
import type {Shelf} from "./shelf.js";
import {mergeSightings} from "./sightings.js";
import {mergeWork} from "./work.js";

/** All that the course keeps of a reader, by exercise, question or what was guessed. */
export type Logbook = {readonly [S in Store]: Readonly<Record<string, Entries[S]>>} & {
  /** Entries that could not be read on the device that kept them, as text: never used, never lost. */
  readonly asides: readonly Aside[];
};

export interface Aside {
  readonly store: Store;
  readonly key: string;
  readonly text: string;
}

/** Everything on the shelf. */
export async function readLogbook(shelf: Shelf): Promise<Logbook> {
  const asides: Aside[] = [];
  const read = async <S extends Store>(store: S) => {
    const entries: Record<string, Entries[S]> = {};
    for await (const {key, entry, raw} of shelf.find(store)) {
      const hasName = keyForms[store].form.test(key);
      if (entry && hasName) entries[key] = entry;
      const left = raw === undefined && !hasName ? entry : raw;
      if (left !== undefined) asides.push({store, key: ownerOf(key), text: portableText(left)});
    }
    for (const place of await shelf.asides(store)) {
      const text = portableText(await shelf.raw(store, place));
      asides.push({store, key: ownerOf(place), text});
    }
    return entries;
  };
  const work = await read("work");
  const results = await read("results");
  const recalls = await read("recalls");
  const guesses = await read("guesses");
  const judgements = await read("judgements");
  const sightings = await read("sightings");
  return {work, results, recalls, guesses, judgements, sightings, asides};
}

/** How two entries of one key become one, the shelf's and a file's. */
const mergers: {
  readonly [S in Store]: (ours: Entries[S] | undefined, theirs: Entries[S]) => Entries[S];
} = {
  work: mergeWork,
  results: mergeResults,
  recalls: (ours, theirs) => mergeAnswers(ours ?? [], theirs),
  guesses: mergeGuesses,
  judgements: (ours, theirs) => mergeJudgements(ours ?? [], theirs),
  sightings: (ours, theirs) => mergeSightings(ours ?? [], theirs),
};

/**
 * Adds another logbook to the shelf. Nothing that is in either is lost: of two drafts, the shelf's stays the draft. Throws a RangeError,
 * before anything is changed, when an exercise would have more versions, or a question more answers, than the course keeps.
 */
export async function addLogbook(shelf: Shelf, logbook: Logbook): Promise<void> {
  for (const store of ["work", "judgements", "sightings"] as const)
    for (const [key, entry] of Object.entries(logbook[store]))
      await checkRoom(shelf, store, key, entry);
  for (const store of stores) await addEntries(shelf, store, logbook[store]);
  await addAsides(shelf, logbook.asides);
}

async function checkRoom<S extends Store>(
  shelf: Shelf,
  store: S,
  key: string,
  theirs: Entries[S],
): Promise<void> {
  const ours = await shelf.get(store, key);
  try {
    mergers[store](ours, theirs);
  } catch (error) {
    const reason = (error as Error).message;
    throw new RangeError(
      `With it ${key} would have ${reason}. Keep the file: it holds what is in it. It can be imported where there are fewer of them.`,
    );
  }
}

async function addEntries<S extends Store>(
  shelf: Shelf,
  store: S,
  entries: Readonly<Record<string, Entries[S]>>,
): Promise<void> {
  for (const [key, theirs] of Object.entries<Entries[S]>(entries))
    await shelf.update(store, key, (ours) => mergers[store](ours, theirs));
}

/** Those that are not there yet. */
async function addAsides(shelf: Shelf, asides: readonly Aside[]): Promise<void> {
  if (asides.length === 0) return;
  const known = new Set((await readLogbook(shelf)).asides.map(idOf));
  for (const aside of asides)
    if (!known.has(idOf(aside))) await shelf.setAside(aside.store, aside.key, aside.text);
}

function idOf({store, key, text}: Aside): string {
  return `${store} ${key} ${text}`;
}
