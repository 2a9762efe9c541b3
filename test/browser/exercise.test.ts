import type {Page} from "playwright";
import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const chapter = "02-machine-learning";
const slug = "softmax-cross-entropy";
const address = pageOfExercise(slug);
const starter = exerciseFile(chapter, slug, "starter.ts");
const solution = exerciseFile(chapter, slug, "solution.ts");
const endless = `${starter}\nwhile (true) {}\n`;

const reach = (page: Page) => new ExercisePage(page, slug).reach();

/** Presses Tab until `isThere`, and gives how often. */
async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<number> {
  for (let presses = 0; presses < 200; presses++) {
    if (await isThere()) return presses;
    await page.keyboard.press("Tab");
  }
  throw new Error("the Tab key does not lead there");
}

const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

describe("an exercise on its page", () => {
  browserTest("is loaded when it comes near, and runs nothing by itself", async ({open}) => {
    const page = await open(address);
    const loaded = () =>
      page.evaluate(
        () =>
          performance
            .getEntriesByType("resource")
            .filter(({name}) => /codemirror|exercise\/grading\.|grader-worker/.test(name)).length,
      );
    expect(await loaded()).toBe(0);
    const exercise = await reach(page);
    expect(await loaded()).toBeGreaterThan(0);
    expect(await exercise.root.getAttribute("data-status")).toBe("not-attempted");
    expect((await exercise.text()).trim()).toBe(starter.trim());
    expect(page.workers().length).toBe(0);
  });

  browserTest("moves nothing on the page when its desk comes", async ({open}) => {
    const page = await open(address, {viewport: {width: 1000, height: 700}});
    const exercise = new ExercisePage(page, slug);
    const below = page.locator("main h2").filter({hasText: "Before you go on"});
    const heading = exercise.root.getByRole("heading").first();
    const distance = async () => {
      const [a, b] = [await heading.boundingBox(), await below.boundingBox()];
      return b!.y - a!.y;
    };
    // A face that comes late moves the text by itself.
    await page.waitForLoadState("networkidle");
    await page.evaluate(async () => void (await document.fonts.ready));
    await heading.scrollIntoViewIfNeeded();
    const top = (await heading.boundingBox())!.y;
    await exercise.code.waitFor();
    expect((await heading.boundingBox())!.y).toBeCloseTo(top, 0);
    expect(await distance()).toBeGreaterThan(300);
  });

  browserTest("is done by keyboard alone, from the text to the solution", async ({open}) => {
    const page = await open(address);
    const exercise = await reach(page);
    const {keyboard} = page;
    await exercise.root.locator("h3").evaluate((heading) => {
      heading.tabIndex = -1;
      heading.focus();
    });
    const inEditor = () => exercise.code.evaluate((code) => code.matches(":focus"));
    await tabTo(page, inEditor);
    await keyboard.press("Tab"); // who only passes by is not caught
    expect(await inEditor()).toBe(false);
    await keyboard.press("Shift+Tab");
    expect(await inEditor()).toBe(true);

    await keyboard.press("ControlOrMeta+End");
    await keyboard.type("const half = 1 /");
    await keyboard.press("Tab"); // now it indents
    expect(await inEditor()).toBe(true);
    await expect.poll(() => exercise.root.locator(".editor-line").innerText()).toMatch(/^Line \d+/);
    await keyboard.press("ControlOrMeta+a");
    await keyboard.insertText(starter);
    await expect
      .poll(() => exercise.root.locator(".editor-line").innerText())
      .toMatch(/Esc leaves the editor, or closes the list of names if one is open\.$/);
    const names = exercise.root.getByRole("listbox");
    await keyboard.press("Control+Space");
    await names.waitFor();
    await keyboard.press("Escape");
    await expect.poll(() => names.count()).toBe(0);
    expect(await inEditor()).toBe(true);
    await keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/^editor-line/);
    await keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Run tests");
    await keyboard.press("Enter");
    await exercise.until("incorrect", "partly", "error");
    expect(await focusedText(page)).toBe("Run tests");
    await expect.poll(() => exercise.outcome.innerText()).toMatch(/points\..*Look first at/);
    await expect
      .poll(() => exercise.root.locator("[data-test-status=failed]").count())
      .toBeGreaterThan(0);

    const unfolded = exercise.root.locator("li.test > details[open]");
    expect(await unfolded.count(), "only the first that failed").toBe(1);
    await unfolded.getByText("Try", {exact: true}).waitFor();
    expect(await exercise.root.locator(".advice").first().isVisible()).toBe(false);

    await tabTo(page, async () => (await focusedText(page)).startsWith("Hint 1"));
    await keyboard.press("Enter");
    const hint = exercise.root.locator(".exercise-hints li");
    await expect.poll(() => hint.count()).toBe(1);
    const below = (await exercise.button(/^Hint 2/).boundingBox())!;
    const shown = (await hint.boundingBox())!;
    expect(shown.y - below.y - below.height).toBeLessThan(48);
    expect(shown.y + shown.height).toBeLessThanOrEqual(page.viewportSize()!.height);
    await tabTo(page, async () => (await focusedText(page)) === "Show solution");
    await keyboard.press("Space");
    await expect.poll(() => focusedText(page)).toBe("A solution");
    await expect
      .poll(() => exercise.root.locator(".exercise-record").innerText())
      .toContain("seen the solution");

    await exercise.code.focus();
    await keyboard.press("ControlOrMeta+a");
    await keyboard.insertText(solution);
    await keyboard.press("ControlOrMeta+Enter");
    await exercise.until("correct");
    await expect.poll(() => exercise.outcome.innerText()).toMatch(/^Correct: /);
    const versions = exercise.root.locator(".exercise-versions");
    await versions.locator("summary").focus();
    await keyboard.press("Enter");
    await expect.poll(() => versions.getByRole("button").count()).toBe(2);
    await versions.getByRole("button").last().focus();
    await keyboard.press("Enter");
    await expect.poll(() => exercise.text().then((text) => text.trim())).toBe(starter.trim());
  });

  browserTest("passes axe with results and solution open, light and dark", async ({look}) => {
    const page = await look(address);
    const exercise = await reach(page);
    await exercise.write(starter);
    await exercise.button("Run tests").click();
    await exercise.until("incorrect", "partly", "error");
    await exercise.button(/^Hint/).click();
    await exercise.button("Show solution").click();
    await exercise.root.getByText("A solution").waitFor();
    expect(await exercise.root.locator(".exercise-solution .katex math").count()).toBeGreaterThan(
      3,
    );
    await exercise.root.locator(".exercise-versions summary").click();
    for (const width of [360, 1440]) {
      await page.setViewportSize({width, height: 900});
      await reach(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        const rules = colorScheme === "dark" ? ["color-contrast"] : undefined;
        expect(await axeViolations(page, rules), `axe at ${width} px, ${colorScheme}`).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
  });

  browserTest("is read first on a phone, and answered after a press", async ({look}) => {
    const page = await look(address, {viewport: {width: 360, height: 780}});
    await page.reload();
    const exercise = new ExercisePage(page, slug);
    await exercise.root.scrollIntoViewIfNeeded();
    const opener = exercise.root.locator(".desk-opener");
    await opener.waitFor();
    expect(await exercise.code.isVisible()).toBe(false);
    expect(await exercise.button("Run tests").isVisible()).toBe(false);
    await opener.press("Enter");
    await exercise.code.waitFor();
    expect(await opener.getAttribute("aria-expanded")).toBe("true");
    await page.setViewportSize({width: 1440, height: 900});
    expect([await opener.isVisible(), await exercise.code.isVisible()]).toEqual([false, true]);
  });

  browserTest("completes the names that it offers", async ({look}) => {
    const page = await look(address);
    const exercise = await reach(page);
    await exercise.write(starter);
    await exercise.code.focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("const x = crossEnt");
    await exercise.root.getByRole("option", {name: /^crossEntropyGradient/}).waitFor();
    await page.keyboard.type("ropyG");
    const only = exercise.root.getByRole("option", {name: /^cross/});
    await expect.poll(() => only.count()).toBe(1);
    await page.waitForTimeout(100); // the editor takes no Enter that comes within 75 ms of a new list
    await page.keyboard.press("Enter");
    expect(await exercise.text()).toContain("const x = crossEntropyGradient");
  });
});

describe("code that never ends", () => {
  browserTest("is stopped and said so, and is not run again by a reload", async ({open}) => {
    const page = await open(address);
    const exercise = await reach(page);
    await exercise.write(endless);
    await exercise.button("Run tests").click();
    await exercise.until("running");
    await exercise.until("timed-out");
    await expect.poll(() => exercise.outcome.innerText()).toMatch(/^Stopped: .*never ends/);
    await page.reload();
    await reach(page);
    await expect.poll(() => exercise.text()).toContain("while (true)");
    await expect.poll(() => exercise.root.getAttribute("data-status")).toBe("timed-out");
    expect(page.workers().length).toBe(0);
  });

  browserTest("can be stopped by hand", async ({look}) => {
    const page = await look(address);
    const exercise = await reach(page);
    const before = (await exercise.root.getAttribute("data-status"))!;
    await exercise.write(endless);
    await exercise.button("Run tests").click();
    await exercise.until("running");
    await exercise.button("Stop").click();
    await exercise.until(before);
    await expect.poll(() => exercise.outcome.innerText()).toBe("You stopped the tests.");
    await expect.poll(() => page.workers().length).toBe(0);
  });
});
