/** A logbook as one JSON file: what is exported, and what is checked before it is taken in. */
import {fieldsOf, listOf, oneOf, refuse, refuseSize, textOf} from "../lib/field-checks.js";
import {ownerOf} from "./aside.js";
import {type Store, stores} from "./disk.js";
import {type Entries, keyForms, parseEntry} from "./entries.js";
import type {Aside, Logbook} from "./logbook.js";
import {mostAsides, mostEntries} from "./logbook-limits.js";
import {asideLimit} from "./portable-text.js";
import {fileReading, type Reading} from "./reading.js";

const format = "from-noise-logbook";
const version = 1;

/** Thrown for a file that is no logbook at all, with what to do about it. */
export class NoLogbook extends Error {
  override readonly name = "NoLogbook";
}

/** The file's text in parts, an entry each: a page can do something else between two of them. `now` is an ISO date. */
export function* logbookParts(logbook: Logbook, now: string): Generator<string> {
  const head = JSON.stringify({format, version, exportedAt: now});
  yield `${head.slice(0, -1)},\n`;
  for (const store of stores) {
    yield `"${store}":{`;
    let before = "\n";
    for (const [key, entry] of Object.entries(logbook[store])) {
      yield `${before}${JSON.stringify(key)}:${JSON.stringify(entry)}`;
      before = ",\n";
    }
    yield "},\n";
  }
  yield `"asides":[`;
  for (const [i, aside] of logbook.asides.entries())
    yield `${i ? ",\n" : "\n"}${JSON.stringify(aside)}`;
  yield "]}\n";
}

/** The file's text. */
export function logbookFile(logbook: Logbook, now: string): string {
  return [...logbookParts(logbook, now)].join("");
}

/**
 * The logbook in a file. Throws `NoLogbook`, or a RangeError that names the field, its value and what is legal there. No date lies
 * after `nowMs`, but for a clock that is a day ahead.
 */
export function parseLogbook(text: string, nowMs: number): Logbook {
  const file = readFile(text);
  const reading = fileReading(nowMs);
  const {work, results, recalls, guesses = {}, judgements = {}, sightings = {}, asides = []} = file;
  return {
    work: entriesOf("work", work, reading),
    results: entriesOf("results", results, reading),
    recalls: entriesOf("recalls", recalls, reading),
    guesses: entriesOf("guesses", guesses, reading),
    judgements: entriesOf("judgements", judgements, reading),
    sightings: entriesOf("sightings", sightings, reading),
    asides: listOf("asides", asides, mostAsides).map((aside, i) =>
      parseAside(`asides[${i}]`, aside),
    ),
  };
}

function readFile(text: string): Readonly<Record<string, unknown>> {
  const other = "It is no progress file of this course. Choose one that its Export has saved";
  let file: {readonly format?: unknown; readonly version?: unknown} | null;
  try {
    file = JSON.parse(text);
  } catch {
    throw new NoLogbook(`${other}, whole and unchanged`);
  }
  if (file?.format !== format) throw new NoLogbook(other);
  if (typeof file.version === "number" && file.version > version)
    throw new NoLogbook(
      "It was saved by a newer version of the course. Reload this page, then try again",
    );
  if (file.version !== version) refuse("version", file.version, String(version));
  return fieldsOf("file", file);
}

function entriesOf<S extends Store>(
  store: S,
  value: unknown,
  reading: Reading,
): Readonly<Record<string, Entries[S]>> {
  const {form, like} = keyForms[store];
  const entries = Object.entries(fieldsOf(store, value));
  if (entries.length > mostEntries) refuseSize(store, `${entries.length} entries`, mostEntries);
  const parsed = entries.map(([key, entry]) => {
    if (key.length > 200 || !form.test(key)) refuse(store, key, `names like ${like}`);
    return [key, parseEntry(store, `${store}.${key}`, entry, reading)] as const;
  });
  return Object.fromEntries(parsed);
}

function parseAside(path: string, value: unknown): Aside {
  const {store, key, text} = fieldsOf(path, value);
  return {
    store: oneOf(`${path}.store`, store, stores),
    key: ownerOf(textOf(`${path}.key`, key, 1000)),
    text: textOf(`${path}.text`, text, asideLimit),
  };
}
