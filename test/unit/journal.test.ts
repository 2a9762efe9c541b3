import {describe, expect, it} from "vitest";
import {
  forgetJournal,
  forgetJournals,
  readJournal,
  writeJournal,
} from "../../src/storage/journal.js";
import {folderOf} from "../../src/storage/place.js";

const draft = {text: "a", revision: "one-1", at: "2026-11-25T12:00:00Z"};

function toyStorage(entries = new Map<string, string>()): Storage {
  return {
    get length() {
      return entries.size;
    },
    key: (i: number) => [...entries.keys()][i] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as unknown as Storage;
}

describe("the journal", () => {
  it("keeps a draft of one exercise until it is forgotten", () => {
    const storage = toyStorage();
    writeJournal("a", {draft, basedOn: "one-0"}, storage);
    expect(readJournal("a", storage)).toEqual({draft, basedOn: "one-0"});
    expect(readJournal("b", storage)).toBeUndefined();
    forgetJournal("a", storage);
    expect(readJournal("a", storage)).toBeUndefined();
  });

  it("forgets all of its own at once, and nothing else", () => {
    const entries = new Map([["other", "kept"]]);
    const storage = toyStorage(entries);
    for (const name of ["a", "b"]) writeJournal(name, {draft, basedOn: undefined}, storage);
    forgetJournals(storage);
    expect([...entries.keys()]).toEqual(["other"]);
  });

  it("passes over what it has not written", () => {
    for (const text of ["no json", "7", "{}", '{"draft":{"text":1}}'])
      expect(
        readJournal("a", toyStorage(new Map([["from-noise.draft./.a", text]]))),
      ).toBeUndefined();
  });

  it("does nothing where nothing may be kept", () => {
    const refuse = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
    const storage = {getItem: refuse, setItem: refuse, removeItem: refuse} as unknown as Storage;
    writeJournal("a", {draft, basedOn: undefined}, storage);
    expect(readJournal("a", storage)).toBeUndefined();
    forgetJournal("a", storage);
  });
});

it("a copy of the course is known by its folder", () => {
  expect(folderOf("https://a.org/_import/storage/place.js")).toBe("/");
  expect(folderOf("https://a.org/from-noise/_import/storage/place.js")).toBe("/from-noise/");
  expect(folderOf("file:///home/x/place.ts")).toBe("/");
});
