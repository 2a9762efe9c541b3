import {describe, expect, it} from "vitest";
import {
  forgetJournal,
  forgetJournals,
  readJournal,
  writeJournal,
} from "../../../src/storage/journal.js";
import {folderOf} from "../../../src/storage/place.js";
import {toyStorage} from "./toy-disk.js";

const draft = {text: "a", revision: "one-1", at: "2026-11-25T12:00:00Z"};

describe("the journal", () => {
  it("keeps a draft of one exercise until it is forgotten", () => {
    const storage = toyStorage();
    writeJournal("a", {draft, basedOn: "one-0"}, storage);
    expect(readJournal("a", storage)).toEqual({entry: {draft, basedOn: "one-0"}});
    expect(readJournal("b", storage)).toEqual({});
    forgetJournal("a", storage);
    expect(readJournal("a", storage)).toEqual({});
  });

  it("forgets all of its own at once, and nothing else", () => {
    const entries = new Map([["other", "kept"]]);
    const storage = toyStorage(entries);
    for (const name of ["a", "b"]) writeJournal(name, {draft, basedOn: undefined}, storage);
    forgetJournals(storage);
    expect([...entries.keys()]).toEqual(["other"]);
  });

  it.each([
    ["no json", 'invalid journal: "no json" (JSON)'],
    ["7", "invalid journal: 7 (an object)"],
    ["{}", "invalid journal.draft: undefined (an object)"],
    ['{"draft":{"text":1}}', "invalid journal.draft.text: 1 (a text)"],
  ])("gives back what it cannot read as it is: %s", (text, problem) => {
    const left = readJournal("a", toyStorage(new Map([["from-noise.draft./.a", text]])));
    expect(left).toEqual({damaged: {text, problems: [problem]}});
  });

  it("uses a text whose date and revision cannot be read", () => {
    const text = '{"draft":{"text":"mine","at":"soon"},"basedOn":7}';
    const left = readJournal("a", toyStorage(new Map([["from-noise.draft./.a", text]])));
    expect(left.entry?.draft.text).toBe("mine");
    expect(left.entry?.basedOn).toBeUndefined();
    expect(left.damaged?.text).toBe(text);
  });

  it("does nothing where nothing may be kept", () => {
    const refuse = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
    const storage = {getItem: refuse, setItem: refuse, removeItem: refuse} as unknown as Storage;
    writeJournal("a", {draft, basedOn: undefined}, storage);
    expect(readJournal("a", storage)).toEqual({});
    forgetJournal("a", storage);
  });
});

it("a copy of the course is known by its folder", () => {
  expect(folderOf("https://a.org/_import/storage/place.js")).toBe("/");
  expect(folderOf("https://a.org/from-noise/_import/storage/place.js")).toBe("/from-noise/");
  expect(folderOf("file:///home/x/place.ts")).toBe("/");
});
