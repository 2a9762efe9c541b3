import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {DraftKeeper, saveEveryMs} from "../../../src/exercise/draft-keeper.js";
import {Shelf} from "../../../src/storage/shelf.js";
import {textLimit, type Work} from "../../../src/storage/work.js";
import {ToyDisk, toyStorage, toyTabs} from "../storage/toy-disk.js";

/** The tabs of one browser. */
function browser() {
  const disk = new ToyDisk();
  const storage = toyStorage();
  const {tab} = toyTabs();
  const openTab = (name: string) => {
    const shelf = new Shelf(disk, tab());
    const now = () => new Date();
    return new DraftKeeper({exercise: "a", shelf, tab: name, now, storage});
  };
  const work = () => disk.kept.get("work a") as Work | undefined;
  return {disk, openTab, work};
}

const write = (keeper: DraftKeeper, text: string) => keeper.change(() => ({text}));
const never = new Promise<void>(() => {});

describe("the keeper of a draft", () => {
  beforeEach(() => void vi.useFakeTimers({now: Date.UTC(2026, 10, 25)}));
  afterEach(() => void vi.useRealTimers());

  it("saves soon after a change, and often while the reader goes on writing", async () => {
    const {openTab, work} = browser();
    const keeper = openTab("one");
    await keeper.load();
    for (let i = 0; i < 10; i++) {
      write(keeper, `${i}`);
      await vi.advanceTimersByTimeAsync(saveEveryMs / 2);
    }
    expect(Number(work()?.draft.text)).toBeGreaterThanOrEqual(7);
    await vi.advanceTimersByTimeAsync(saveEveryMs);
    expect(work()?.draft.text).toBe("9");
    expect(keeper.isSaved).toBe(true);
  });

  it("leaves the last words of a closing tab where the next one finds them", async () => {
    const {disk, openTab} = browser();
    const first = openTab("one");
    await first.load();
    write(first, "saved");
    await first.flush();
    write(first, "last words");
    disk.hold = never; // the tab is gone before the write
    first.leave();
    disk.hold = Promise.resolve();
    const next = openTab("two");
    expect((await next.load())?.draft.text).toBe("last words");
    expect((await openTab("three").load())?.versions).toEqual([]);
  });

  it("puts older last words among the versions when another tab has written since", async () => {
    const {disk, openTab} = browser();
    const [one, two] = [openTab("one"), openTab("two")];
    await one.load();
    await two.load();
    write(one, "older");
    disk.hold = never;
    one.leave();
    disk.hold = Promise.resolve();
    await vi.advanceTimersByTimeAsync(1000);
    write(two, "newer");
    await two.flush();
    const work = await openTab("three").load();
    expect(work?.draft.text).toBe("newer");
    expect(work?.versions.map(({text, why}) => [text, why])).toEqual([["older", "other-tab"]]);
  });

  it("never erases what another tab has written, and tells it", async () => {
    const {openTab, work} = browser();
    const [one, two] = [openTab("one"), openTab("two")];
    await one.load();
    await two.load();
    const heard: string[] = [];
    two.listen(({draft}) => heard.push(draft.text));
    write(one, "from one");
    await one.flush();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual(["from one"]);
    write(two, "from two");
    await two.flush();
    expect(work()?.draft.text).toBe("from two");
    expect(work()?.versions.map(({text}) => text)).toEqual(["from one"]);
  });

  it("makes no version of a draft that it has taken over", async () => {
    const {openTab, work} = browser();
    const [one, two] = [openTab("one"), openTab("two")];
    await one.load();
    await two.load();
    two.listen(({draft}) => two.adopt(draft));
    write(one, "from one");
    await one.flush();
    await vi.advanceTimersByTimeAsync(1);
    write(two, "from one, and more");
    await two.flush();
    expect(work()?.versions).toEqual([]);
  });

  it("saves what was written while it was saving", async () => {
    const {disk, openTab, work} = browser();
    const keeper = openTab("one");
    await keeper.load();
    let go = () => {};
    disk.hold = new Promise((resolve) => {
      go = resolve;
    });
    write(keeper, "first");
    const saving = keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    write(keeper, "second");
    go();
    await saving;
    expect(keeper.isSaved).toBe(false);
    await vi.advanceTimersByTimeAsync(saveEveryMs);
    expect(work()?.draft.text).toBe("second");
    expect(work()?.versions).toEqual([]);
  });

  it("keeps undo history, unless it has grown beyond reason", async () => {
    const {openTab, work} = browser();
    const keeper = openTab("one");
    await keeper.load();
    keeper.change(() => ({text: "a", history: {done: [1]}}));
    await keeper.flush();
    expect(work()?.draft.history).toEqual({done: [1]});
    keeper.change(() => ({text: "a", history: "x".repeat(300_000)}));
    await keeper.flush();
    expect(work()?.draft).not.toHaveProperty("history");
  });

  it("says when a text is too long to be kept, and keeps it when it is shorter again", async () => {
    const {openTab, work} = browser();
    const keeper = openTab("one");
    await keeper.load();
    const heard: boolean[] = [];
    keeper.watchLength((isTooLong) => heard.push(isTooLong));
    write(keeper, "short");
    await keeper.flush();
    write(keeper, "x".repeat(textLimit + 1));
    await keeper.flush();
    await keeper.keepVersion({
      text: "x".repeat(textLimit + 1),
      why: "run",
      at: "2026-11-25T00:00:00Z",
    });
    expect(keeper.isSaved).toBe(false);
    expect(work()?.draft.text).toBe("short");
    expect(work()?.versions).toEqual([]);
    write(keeper, "x".repeat(textLimit));
    await keeper.flush();
    expect(keeper.isSaved).toBe(true);
    expect(heard).toEqual([false, true, true, false]);
    expect((await openTab("two").load())?.draft.text.length).toBe(textLimit);
  });

  it("leaves last words where they are while the disk does not take them", async () => {
    const {disk, openTab} = browser();
    const first = openTab("one");
    await first.load();
    write(first, "last words");
    disk.hold = never;
    first.leave();
    disk.hold = Promise.resolve();
    disk.trouble = new DOMException("no room", "QuotaExceededError");
    expect((await openTab("two").load())?.draft.text).toBe("last words");
    disk.trouble = undefined;
    expect((await openTab("three").load())?.draft.text).toBe("last words");
  });

  it("keeps versions after the draft, and goes on when the disk is full", async () => {
    const {disk, openTab} = browser();
    const keeper = openTab("one");
    await keeper.load();
    disk.trouble = new DOMException("no room", "QuotaExceededError");
    write(keeper, "b");
    const heard: Work[] = [];
    keeper.listen((work) => heard.push(work));
    await keeper.keepVersion({text: "a", why: "run", at: "2026-11-25T00:00:00Z"});
    expect(heard.at(-1)?.draft.text).toBe("b");
    expect(heard.at(-1)?.versions.map(({text}) => text)).toEqual(["a"]);
    expect((await keeper.load())?.draft.text).toBe("b");
  });
});
