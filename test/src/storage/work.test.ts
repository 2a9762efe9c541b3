import {describe, expect, it} from "vitest";
import {
  mergeWork,
  textLimit,
  type Version,
  versionLimit,
  versionsCharacterLimit,
  type Work,
  withDraft,
  withVersion,
} from "../../../src/storage/work.js";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();
const draft = (text: string, revision: string, minute = 0) => ({text, revision, at: at(minute)});
const first: Work = {draft: draft("a", "one-1"), versions: []};

describe("a draft", () => {
  it("takes the place of the one it follows", () => {
    expect(withDraft(undefined, draft("a", "one-1"), undefined)).toEqual(first);
    expect(withDraft(first, draft("b", "one-2"), "one-1")).toEqual({
      draft: draft("b", "one-2"),
      versions: [],
    });
  });

  it("leaves another tab's draft that came between among the versions", () => {
    const others = withDraft(first, draft("theirs", "two-1", 1), "one-1");
    const ours = withDraft(others, draft("ours", "one-2", 2), "one-1");
    expect(ours.draft.text).toBe("ours");
    expect(ours.versions).toEqual([{text: "theirs", why: "other-tab", at: at(1)}]);
    expect(withDraft(ours, draft("ours again", "one-3", 3), "one-2").versions).toHaveLength(1);
  });

  it("of the same words as another tab's makes no version", () => {
    expect(withDraft(first, draft("a", "two-1"), undefined).versions).toEqual([]);
  });
});

describe("versions", () => {
  it("hold each text once, the last time it was kept, oldest first", () => {
    const version = (text: string, minute: number) => ({text, why: "run", at: at(minute)}) as const;
    const twice = [version("a", 1), version("b", 2), version("a", 3)].reduce(withVersion, first);
    expect(twice.versions).toEqual([version("b", 2), version("a", 3)]);
  });

  it("are not kept without end", () => {
    let work = first;
    for (let i = 0; i < versionLimit + 5; i++)
      work = withVersion(work, {text: `${i}`, why: "run", at: at(i)});
    expect(work.versions).toHaveLength(versionLimit);
    expect(work.versions[0]!.text).toBe("5");
  });

  it("give way to a new one by their characters too, but never the new one", () => {
    const length = versionsCharacterLimit / 4;
    let work = first;
    for (let i = 0; i < 6; i++)
      work = withVersion(work, {text: `${i}`.repeat(length), why: "run", at: at(i)});
    expect(work.versions.map(({text}) => text[0])).toEqual(["2", "3", "4", "5"]);
    const long = withVersion(work, {text: "x".repeat(textLimit), why: "run", at: at(7)});
    expect(long.versions.map(({text}) => text[0])).toEqual(["4", "5", "x"]);
  });
});

describe("work from a file", () => {
  const theirs: Work = {
    draft: draft("theirs", "two-1", 5),
    versions: [
      {text: "a", why: "run", at: at(1)},
      {text: "old", why: "run", at: at(2)},
    ],
  };

  it("is taken as it is where there is none", () => {
    expect(mergeWork(undefined, theirs)).toBe(theirs);
  });

  it("leaves the draft, and adds the versions and the draft that are not here", () => {
    const {draft: kept, versions} = mergeWork(first, theirs);
    expect(kept).toBe(first.draft);
    expect(versions.map(({text, why}) => [text, why])).toEqual([
      ["a", "run"],
      ["old", "run"],
      ["theirs", "import"],
    ]);
    expect(mergeWork(mergeWork(first, theirs), theirs).versions).toHaveLength(3);
  });

  it("loses no text of either side, and keeps each once", () => {
    const workOf = (name: string, texts: readonly string[], minute: number): Work => ({
      draft: draft(`${name} draft`, `${name}-1`, minute),
      versions: texts.map((text, i): Version => ({text, why: "run", at: at(minute + i)})),
    });
    const mine = Array.from({length: 20}, (_, i) => `mine ${i}`);
    const yours = Array.from({length: 20}, (_, i) => `yours ${i}`);
    const [ours, others] = [
      workOf("one", [...mine, "both"], 0),
      workOf("two", ["both", ...yours], 50),
    ];
    const merged = mergeWork(ours, others);
    const texts = merged.versions.map(({text}) => text);
    expect(texts.toSorted()).toEqual([...mine, ...yours, "both", "two draft"].toSorted());
    expect(merged.draft).toBe(ours.draft);
    expect(mergeWork(merged, others)).toEqual(merged);
  });

  it("is refused as a whole rather than cut", () => {
    const many = (name: string): Work => ({
      draft: draft(name, `${name}-1`),
      versions: Array.from({length: 300}, (_, i) => ({
        text: `${name} ${i}`,
        why: "run",
        at: at(i),
      })),
    });
    expect(() => mergeWork(many("one"), many("two"))).toThrow(
      "601 versions of 3983 characters (at most 500 of 2000000 together)",
    );
  });
});
