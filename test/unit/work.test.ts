import {describe, expect, it} from "vitest";
import {
  mergeWork,
  versionLimit,
  type Work,
  withDraft,
  withVersion,
} from "../../src/storage/work.js";

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
      ["old", "run"],
      ["theirs", "import"],
    ]);
    expect(mergeWork(mergeWork(first, theirs), theirs).versions).toHaveLength(2);
  });
});
