import type {Page} from "playwright";
import {describe} from "vitest";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const chapter = "02-machine-learning";
const slug = "softmax-cross-entropy";
const address = pageOfExercise(slug);
const starter = exerciseFile(chapter, slug, "starter.ts");

const reach = (page: Page) => new ExercisePage(page, slug).reach();

/** Another page of the same browser, at the same address. */
async function another(page: Page): Promise<ExercisePage> {
  const next = await page.context().newPage();
  await next.goto(page.url());
  return reach(next);
}

describe("work in an exercise", () => {
  browserTest("is there after a reload, with its undo", async ({open}) => {
    const page = await open(address);
    const exercise = await reach(page);
    await exercise.write("// mine");
    await exercise.untilKept("// mine");
    await page.reload();
    await reach(page);
    await expect.poll(() => exercise.text()).toBe("// mine");
    await exercise.code.focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => exercise.text().then((text) => text.trim())).toBe(starter.trim());
  });

  browserTest("is there when the tab was closed on the last word", async ({open}) => {
    const page = await open(address);
    const exercise = await reach(page);
    await exercise.write("// first");
    await exercise.untilKept("// first");
    await page.keyboard.type(", last");
    await Promise.all([page.waitForEvent("close"), page.close({runBeforeUnload: true})]);
    const next = await another(page);
    await expect.poll(() => next.text()).toBe("// first, last");
  });

  browserTest("is there when the tab crashed while it ran", async ({open, expectTrouble}) => {
    expectTrouble(/crash/i);
    const page = await open(address);
    const exercise = await reach(page);
    const endless = `${starter}\nwhile (true) {}`;
    await exercise.write(endless);
    await exercise.button("Run tests").click();
    await exercise.until("running");
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    void devtools.send("Page.crash").catch(() => {});
    await crashed;
    const next = await another(page);
    await expect.poll(() => next.text()).toBe(endless);
    expect(await next.root.getAttribute("data-status")).toBe("not-attempted");
    expect(next.page.workers().length).toBe(0);
  });

  browserTest("of two tabs is kept, whichever writes last", async ({open}) => {
    const page = await open(address);
    const one = await reach(page);
    const two = await another(page);
    await one.write("// from one");
    await one.untilKept("// from one");
    await expect.poll(() => two.text()).toBe("// from one"); // nobody was writing there
    await two.write("// from two");
    await one.page.bringToFront();
    await one.write("// one again");
    await one.untilKept("// one again");
    await two.untilKept("// one again");
    await one.page.reload();
    await reach(one.page);
    const versions = one.root.locator(".exercise-versions");
    await versions.locator("summary").click();
    await versions
      .getByRole("button", {name: /from another tab/})
      .first()
      .click();
    await expect.poll(() => one.text()).toBe("// from two");
  });

  browserTest(
    "is there after the database has got another kind of entries",
    async ({open, site}) => {
      const page = await open("about");
      await page.evaluate(olderDatabase, slug);
      await page.goto(site + address);
      const exercise = await reach(page);
      await expect.poll(() => exercise.text()).toBe("// from before");
      await exercise.write("// and on");
      await exercise.untilKept("// and on");
    },
  );

  browserTest("is brought back by Reset and then a version", async ({open}) => {
    const page = await open(address);
    const exercise = await reach(page);
    await exercise.write("// mine");
    await exercise.button("Reset").click();
    await expect.poll(() => exercise.text().then((text) => text.trim())).toBe(starter.trim());
    await exercise.root.locator(".exercise-versions summary").click();
    await exercise.button(/before the reset/).click();
    await expect.poll(() => exercise.text()).toBe("// mine");
  });

  browserTest("goes on in memory where storage is denied, and says so", async ({open, site}) => {
    const page = await open("about");
    await page.addInitScript(() => {
      const deny = () => {
        throw new DOMException("denied by the test", "SecurityError");
      };
      Object.defineProperty(globalThis, "indexedDB", {get: deny});
      Object.defineProperty(globalThis, "localStorage", {get: deny});
    });
    await page.goto(site + address);
    const exercise = await reach(page);
    await expect
      .poll(() => exercise.root.locator(".storage-notice").innerText())
      .toMatch(/lets the course keep nothing/);
    await exercise.write("// only here");
    await exercise.button("Run tests").click();
    await exercise.until("error", "incorrect");
    await expect
      .poll(() => exercise.root.locator(".exercise-record").innerText())
      .toMatch(/One try/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      exercise.button("Export").click(),
    ]);
    expect(await textOf(await file.createReadStream())).toContain("// only here");
  });

  browserTest(
    "is not lost when the disk is full, and is kept when there is room",
    async ({open, site}) => {
      const page = await open("about");
      const devtools = await page.context().newCDPSession(page);
      const quota = {origin: new URL(site).origin, quotaSize: 1e6};
      await devtools.send("Storage.overrideQuotaForOrigin", quota); // before the browser has looked how much there is
      await page.goto(site + address);
      const exercise = await reach(page);
      const notice = exercise.root.locator(".storage-notice");
      await exercise.write("// before");
      await exercise.untilKept("// before");
      expect(await page.evaluate(fillDisk)).toBe("QuotaExceededError");
      await exercise.write("// after");
      await expect.poll(() => notice.innerText()).toMatch(/no more room/);
      await exercise.button("Run tests").click();
      await exercise.until("error", "incorrect");
      expect(await exercise.text()).toBe("// after");
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        notice.getByRole("button").click(),
      ]);
      expect(await textOf(await file.createReadStream())).toContain("// after");
      await exercise.untilKept("// before");
      await page.evaluate(emptyDisk);
      await exercise.code.focus();
      await page.keyboard.press("End");
      await page.keyboard.type("!");
      await exercise.untilKept("// after!");
      await expect.poll(() => notice.innerText()).toBe("");
      await page.reload();
      await reach(page);
      await expect
        .poll(() => exercise.root.locator(".exercise-record").innerText())
        .toMatch(/One try/);
    },
  );
});

browserTest(
  "damaged entries cost nobody an exercise, and are kept as they were",
  async ({open, site}) => {
    const page = await open("about");
    await page.evaluate(damagedDatabase);
    const noticeOf = (exercise: ExercisePage) =>
      exercise.root.locator(".storage-notice").innerText();
    const inLessons = async (name: string) => {
      await page.goto(site + pageOfExercise(name));
      return new ExercisePage(page, name).reach();
    };

    const first = await inLessons(slug);
    await expect.poll(() => first.text()).toBe("// a version");
    await expect
      .poll(() => noticeOf(first))
      .toMatch(/damaged: code of softmax-cross-entropy \(invalid code/);
    await expect
      .poll(() => noticeOf(first))
      .toMatch(/result of softmax-cross-entropy .*Export saves it too/);
    expect(await noticeOf(first)).not.toContain("k-means-step");
    await first.button("Run tests").click(); // its seed was to be made of a number of attempts that is none
    await first.until("error", "incorrect");
    await first.write("// mine");
    await first.untilKept("// mine");

    const second = await inLessons("k-means-step");
    const given = exerciseFile(chapter, "k-means-step", "starter.ts");
    await expect.poll(() => second.text().then((text) => text.trim())).toBe(given.trim());
    await second.root.locator(".exercise-versions summary").waitFor();

    const third = await inLessons("discounted-returns");
    await expect.poll(() => third.text()).toBe("// huge");
    const versions = third.root.locator(".exercise-versions");
    await expect.poll(() => versions.locator("summary").innerText()).toBe("Versions (500)");
    await versions.locator("summary").click();
    await expect.poll(() => versions.getByRole("button", {name: /^Return/}).count()).toBe(30);
    await versions.getByRole("button", {name: "Show older versions"}).click();
    await expect.poll(() => versions.getByRole("button", {name: /^Return/}).count()).toBe(60);

    await page.reload();
    const again = await inLessons(slug);
    await expect.poll(() => again.text()).toBe("// mine");
    expect(await noticeOf(again)).toBe("");

    await page.goto(`${site}progress`);
    await expect
      .poll(() => page.locator(".set-aside").innerText())
      .toMatch(/^\d damaged entries lie aside .*Export saves them too/);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".transfer").getByRole("button", {name: "Export"}).click(),
    ]);
    const saved = JSON.parse(await textOf(await file.createReadStream())) as {
      asides: {key: string; text: string}[];
    };
    const textsOf = (key: string) => saved.asides.filter((each) => each.key === key);
    expect(textsOf(slug).map(({text}) => text[0])).toEqual(["{", "{", "{"]); // code, result, last words
    expect(textsOf("k-means-step")[0]?.text).toContain("a Blob");
    expect(textsOf("discounted-returns")[0]?.text).toContain("characters in all");
  },
);

/** Leaves damage of many kinds in the database and what a closing page left. */
async function damagedDatabase(): Promise<void> {
  localStorage.setItem("from-noise.draft./from-noise/.softmax-cross-entropy", "{");
  const request = indexedDB.open("from-noise /from-noise/", 2);
  const stores = ["work", "results", "recalls", "guesses"];
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const db = request.result;
  const change = db.transaction(stores, "readwrite");
  const put = (store: string, key: string, entry: unknown) =>
    change.objectStore(store).put(entry, key);
  const at = "2026-11-24T10:00:00Z";
  const version = (text: string) => ({text, why: "run", at});
  put("work", "softmax-cross-entropy", {draft: 7, versions: [null, version("// a version")]});
  const score = {state: "partly", points: 1, maxPoints: 5};
  put("results", "softmax-cross-entropy", {
    ...score,
    attempts: "many",
    firstAt: at,
    lastAt: "hello 1",
  });
  put("work", "k-means-step", new Blob(["x"]));
  put("results", "k-means-step", [new Float32Array(3)]);
  const history: Record<string, unknown> = {};
  history.self = history;
  const draft = {text: "// huge", revision: "older-1", at, history};
  const versions = Array.from({length: 150_000}, (_, i) => version(`// version ${i}`));
  put("work", "discounted-returns", {draft, versions});
  put("recalls", "cross-entropy-zero", "junk");
  put("guesses", "digit-classifier.testAccuracy", {values: ["9"], at: 7});
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  db.close();
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const part of stream) text += part.toString();
  return text;
}

/** Leaves a draft in the database of the first version, which kept no guesses. */
async function olderDatabase(exercise: string): Promise<void> {
  const request = indexedDB.open("from-noise /from-noise/", 1);
  request.onupgradeneeded = () => {
    for (const store of ["work", "results", "recalls"]) request.result.createObjectStore(store);
  };
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const db = request.result;
  const change = db.transaction("work", "readwrite");
  const draft = {text: "// from before", revision: "older-1", at: "2026-11-24T10:00:00Z"};
  change.objectStore("work").put({draft, versions: []}, exercise);
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  db.close();
}

/** Fills what the quota leaves, to the last byte, in a database beside the course's. What the browser says at the end. */
async function fillDisk(): Promise<string | undefined> {
  const request = indexedDB.open("filler", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("filler", {autoIncrement: true});
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const db = request.result;
  const problemOf = (bytes: Uint8Array): Promise<string | undefined> => {
    const change = db.transaction("filler", "readwrite");
    change.objectStore("filler").put(bytes);
    return new Promise((resolve) => {
      change.oncomplete = () => resolve(undefined);
      change.onabort = () => resolve(change.error?.name);
    });
  };
  let problem: string | undefined;
  for (let size = 2 ** 16; size >= 1; size /= 4)
    do problem = await problemOf(crypto.getRandomValues(new Uint8Array(size)));
    while (problem === undefined);
  db.close();
  return problem;
}

async function emptyDisk(): Promise<void> {
  const request = indexedDB.deleteDatabase("filler");
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
}
