import {describe, expect, it} from "vitest";
import type {Exercise} from "../../../lib/grading/exercise.js";
import {verdictOf} from "../../../lib/grading/verdict.js";
import {mergeJudgements} from "../../../lib/questions/judgement.js";
import {DraftKeeper} from "../../../src/exercise/draft-keeper.js";
import {standing} from "../../../src/exercise/recall-schedule.js";
import {ResultRecord} from "../../../src/exercise/record.js";
import {stateOf} from "../../../src/progress/done-table.js";
import {damageWords} from "../../../src/storage/damage-words.js";
import {type Store, stores} from "../../../src/storage/disk.js";
import {readEntry} from "../../../src/storage/entries.js";
import {guessOfLength, withGuess, withTruthSeen} from "../../../src/storage/guess-record.js";
import {addLogbook, readLogbook} from "../../../src/storage/logbook.js";
import {logbookFile, parseLogbook} from "../../../src/storage/logbook-file.js";
import {Shelf} from "../../../src/storage/shelf.js";
import {mergeSightings} from "../../../src/storage/sightings.js";
import {mergeWork} from "../../../src/storage/work.js";
import {at, key, whole} from "./kept-entries.js";
import {ToyDisk, toyStorage, toyTabs} from "./toy-disk.js";

const now = () => new Date("2026-11-26T12:00:00.000Z");

const cycle: Record<string, unknown> = {text: "x"};
cycle.self = cycle;
const deep = Array.from({length: 1000}).reduce((inner) => ({inner}), {});

/** What may stand anywhere in a database: whatever a browser can clone. */
const junk: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  "a number": -1.5,
  "a large number": 1e308,
  NaN: Number.NaN,
  "a bigint": 7n,
  true: true,
  "a text": "hello 1",
  "a text of a million": "x".repeat(1_000_001),
  "no such day": "2026-02-31T00:00:00.000Z",
  "an empty list": [],
  "a list with a hole": new Array(3),
  "a list of ten thousand": new Array(10_001).fill(7),
  "an object": {},
  "an object with a prototype's names": {length: 3, constructor: 1, toString: 7},
  "a cycle": cycle,
  "objects in objects": deep,
  "a Date": new Date(Number.NaN),
  "a Map": new Map([["draft", {text: "x"}]]),
  "a RegExp": /x/,
  "a Blob": new Blob(["x"]),
  "a typed array": new Float32Array(3),
  "a buffer": new ArrayBuffer(8),
  "an error": new TypeError("x"),
};

/** Every place in `value`, as a way to it. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [[]];
  const below = Object.entries(value).flatMap(([name, inner]) =>
    placesIn(inner).map((place) => [name, ...place]),
  );
  return [[], ...below];
}

/** A copy of `value` with something else in one place. */
function withJunk(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : {...(value as object)}) as Record<
    string,
    unknown
  >;
  copy[name] = withJunk(copy[name], rest, other);
  return copy;
}

function without(value: unknown, [name, ...rest]: readonly string[]): unknown {
  const copy = {...(value as Record<string, unknown>)};
  if (rest.length === 0) delete copy[name!];
  else copy[name!] = without(copy[name!], rest);
  return copy;
}

interface Case {
  readonly what: string;
  readonly store: Store;
  readonly raw: unknown;
}

const cases: readonly Case[] = stores.flatMap((store) => {
  const places = placesIn(whole[store]);
  const replaced = places.flatMap((place) =>
    Object.entries(junk).map(([name, other]) => ({
      what: `${store}.${place.join(".")} is ${name}`,
      store,
      raw: withJunk(whole[store], place, other),
    })),
  );
  const missing = places
    .filter((place) => place.length > 0)
    .map((place) => ({
      what: `no ${store}.${place.join(".")}`,
      store,
      raw: without(whole[store], place),
    }));
  return [...replaced, ...missing];
});

const exercise: Exercise = {
  kind: "code",
  form: "write",
  slug: "double",
  chapter: "02-machine-learning",
  title: "Twice",
  functions: ["double"],
  tasks: [{id: "value", title: "The value", points: 5}],
  hints: [],
  timeLimitMs: 5000,
  backend: "none",
};

/** A browser with one entry in it. */
function browserWith({store, raw}: Pick<Case, "store" | "raw">) {
  const disk = new ToyDisk();
  if (raw !== undefined) disk.kept.set(`${store} ${key[store]}`, raw);
  const shelf = new Shelf(disk, toyTabs().tab());
  const asides = () => [...disk.kept].filter(([name]) => name.includes(" aside "));
  return {disk, shelf, asides};
}

/** All that the pages do with the entries, from the loading of a desk to a judged answer; gives what the reader sees. */
async function visit(shelf: Shelf) {
  const keeper = new DraftKeeper({exercise: "double", shelf, tab: "t", now, storage: toyStorage()});
  const record = new ResultRecord(exercise, shelf, now);
  const work = await keeper.load();
  await record.load();
  const seed = record.attempts + 1;
  const seen = {text: work?.draft.text ?? "the starter", state: stateOf(record.result), seed};
  for (const version of work?.versions ?? []) new Date(version.at).toISOString();
  keeper.change(() => ({text: "typed", history: work?.draft.history}));
  await keeper.keepVersion({text: "typed", why: "run", at});
  const test = {name: "a", task: "value", status: "failed", points: 0, maxPoints: 5} as const;
  await record.add(verdictOf([test], ""));
  await record.seeSolution();
  keeper.dispose();
  const answers = await shelf.update("recalls", key.recalls, (old = []) => [
    ...old,
    {at, right: true},
  ]);
  standing(answers!);
  const guess = await shelf.get("guesses", key.guesses);
  expect(guessOfLength(guess, 3)?.values.length ?? 3).toBe(3);
  await shelf.update("guesses", key.guesses, (old) =>
    withTruthSeen(withGuess(old, [1, 2, 3], at), at),
  );
  const judged = {at, left: "gan-digits", right: "real", choice: "tie"} as const;
  await shelf.update("judgements", key.judgements, (old = []) => mergeJudgements(old, [judged]));
  const seenInNoise = {at, level: 0.3, truth: 3, yours: 5, network: 8};
  await shelf.update("sightings", key.sightings, (old = []) => mergeSightings(old, [seenInNoise]));
  return seen;
}

describe("a damaged entry", () => {
  it(`costs nobody the desk, in ${cases.length} ways; what was there is set aside, once`, async () => {
    for (const {what, store, raw} of cases) {
      const {shelf, disk, asides} = browserWith({store, raw});
      const {problems} = readEntry(store, raw);
      const seen = await visit(shelf);
      expect(Number.isSafeInteger(seen.seed) && seen.seed < 2 ** 32, what).toBe(true);
      const kept = asides();
      expect(kept.length, what).toBe(problems.length > 0 ? 1 : 0);
      if (kept[0]) expect(kept[0][1], what).toBe(raw);
      expect(shelf.damages.size, what).toBe(kept.length);
      await visit(shelf);
      expect(asides().length, what).toBe(kept.length);
      for (const each of stores)
        expect(readEntry(each, disk.kept.get(`${each} ${key[each]}`)).problems, what).toEqual([]);
    }
  });

  it("is used as far as it can be read", async () => {
    const texts = async (change: (work: Record<string, unknown>) => void) => {
      const raw = structuredClone(whole.work) as unknown as Record<string, unknown>;
      change(raw);
      const {entry} = readEntry("work", raw);
      return [entry?.draft.text, ...(entry?.versions.map(({text}) => text) ?? [])];
    };
    expect(await texts((work) => (work.draft = 7))).toEqual(["newer", "older", "newer"]);
    expect(await texts((work) => (work.versions = null))).toEqual(["my draft"]);
    expect(await texts((work) => ((work.versions as unknown[])[0] = 7))).toEqual([
      "my draft",
      "newer",
    ]);
    expect(await texts((work) => (work.draft = {text: "mine", at: 7}))).toEqual([
      "mine",
      "older",
      "newer",
    ]);
    expect(readEntry("results", {...whole.results, attempts: "many"}).entry?.points).toBe(5);
    expect(readEntry("recalls", [7, ...whole.recalls]).entry).toEqual(whole.recalls);
    expect(readEntry("judgements", [{at}, ...whole.judgements]).entry).toEqual(whole.judgements);
    expect(readEntry("sightings", [{at}, ...whole.sightings]).entry).toEqual(whole.sightings);
    expect(readEntry("guesses", {...whole.guesses, values: ["9", 10]}).entry?.values).toEqual([
      null,
      10,
    ]);
  });

  it("of a hundred and fifty thousand versions gives the newest, and keeps all", async () => {
    const versions = Array.from({length: 150_000}, (_, i) => ({text: `${i}`, why: "run", at}));
    const raw = {...whole.work, versions};
    const {shelf, asides} = browserWith({store: "work", raw});
    expect((await shelf.get("work", "double"))?.versions).toHaveLength(500);
    await visit(shelf);
    expect((asides()[0]![1] as typeof raw).versions).toHaveLength(150_000);
  });

  it("that lies aside is not read again but to be exported: it may be large", async () => {
    const {shelf, disk, asides} = browserWith({store: "work", raw: {...whole.work, draft: 7}});
    await visit(shelf);
    const read: string[] = [];
    const get = disk.get.bind(disk);
    disk.get = (store, name) => {
      read.push(name);
      return get(store, name);
    };
    for (const store of stores) await shelf.all(store);
    expect(await shelf.asides("work")).toHaveLength(1);
    expect(read.toSorted()).toEqual(Object.values(key).toSorted());
    expect((await readLogbook(shelf)).asides).toHaveLength(asides().length);
  });

  it("is named, with what to do", async () => {
    const {shelf} = browserWith({store: "work", raw: {...whole.work, draft: {text: 7}}});
    await shelf.get("work", "double");
    expect(damageWords([...shelf.damages.values()])).toBe(
      "Some of what this device has kept is damaged: code of double (invalid code.draft.text: 7 (a text)). What can be read of it is used. Nothing of it was deleted: it is set aside as it was, and Export saves it too, for someone who can mend it.",
    );
    expect(damageWords([])).toBe("");
  });

  it("goes into the file as text, whatever it is, and from there aside on another device", async () => {
    const kinds = cases.filter(({what}) => /^(work|guesses)\.(draft\.text)? is/.test(what));
    expect(kinds.length).toBeGreaterThan(3 * 20);
    for (const {what, store, raw} of kinds) {
      const {shelf} = browserWith({store, raw});
      const logbook = await readLogbook(shelf);
      const {problems} = readEntry(store, raw);
      expect(logbook.asides.length, what).toBe(problems.length > 0 ? 1 : 0);
      const file = logbookFile(logbook, now().toISOString());
      const {shelf: other, asides} = browserWith({store: "work", raw: undefined});
      for (let time = 0; time < 2; time++)
        await addLogbook(other, parseLogbook(file, now().getTime()));
      expect(
        asides().map(([, text]) => text),
        what,
      ).toEqual(logbook.asides.map(({text}) => text));
    }
  });

  it("under a name that is none stays, and is exported aside", async () => {
    const {shelf, disk} = browserWith({store: "work", raw: whole.work});
    disk.kept.set("work <b>", whole.work);
    const logbook = await readLogbook(shelf);
    expect(Object.keys(logbook.work)).toEqual(["double"]);
    expect(logbook.asides.map(({key}) => key)).toEqual(["<b>"]);
  });

  it("is set aside by an import too", async () => {
    const {shelf, asides} = browserWith({store: "work", raw: {...whole.work, draft: null}});
    const theirs = {...whole.work, draft: {text: "theirs", revision: "y-1", at}};
    await shelf.update("work", "double", (ours) => mergeWork(ours, theirs));
    expect(asides()).toHaveLength(1);
    expect((await shelf.get("work", "double"))?.versions.map(({text}) => text)).toContain("theirs");
  });

  it("in the journal is set aside, and the draft of the database is there", async () => {
    const {shelf, asides} = browserWith({store: "work", raw: whole.work});
    const left = new Map([["from-noise.draft./.double", "{"]]);
    const storage = toyStorage(left);
    const keeper = new DraftKeeper({exercise: "double", shelf, tab: "t", now, storage});
    expect((await keeper.load())?.draft.text).toBe("my draft");
    expect(asides().map(([, raw]) => raw)).toEqual(["{"]);
    expect(left.size).toBe(0);
    expect(damageWords([...shelf.damages.values()])).toContain("code of double");
  });
});
