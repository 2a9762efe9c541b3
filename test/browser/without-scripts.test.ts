import {readFileSync} from "node:fs";
import {basename} from "node:path";
import type {BrowserContext, Page} from "playwright";
import {describe} from "vitest";
import {parseQuestions, type Question} from "../../src/exercise/recall-questions.js";
import {readCourse} from "../../tools/course.mjs";
import {folderOf, readExercise} from "../../tools/exercise/folders.js";
import {browserTest, expect, openPage} from "./harness.js";
import {pages} from "./site-pages.js";

const plainTest = browserTest.extend<{readonly reader: BrowserContext}>({
  reader: [
    async ({browser}, use) => {
      const reader = await browser.newContext({javaScriptEnabled: false});
      await use(reader);
      await reader.close();
    },
    {scope: "file"},
  ],
});

/** Every page where scripts are forbidden: one visit each, by the same reader, so that what pages have in common is fetched once. */
describe.each(pages)("page /%s", (path) => {
  plainTest("is readable without JavaScript", async ({reader, site, troubles, expectTrouble}) => {
    expectTrouble(/request failed: .*\.js csp$|csp|blocked/); // preloaded scripts that may not run
    const page = await openPage(reader, site, path, troubles);
    const text = await page.locator("main").innerText();
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/\$\{|\\\w+\{|\bundefined\b/);
    expect(await page.isVisible("h1")).toBe(true);
    for (const folder of exercisesOf(path)) await saysWhatIsAsked(page, folder);
    for (const question of questionsOf(path)) await answersItsQuestion(page, question);
    await particulars[path]?.(page);
    await page.close();
  });
});

const course = readCourse().flatMap((chapter) => chapter.pages);

function exercisesOf(path: string): readonly string[] {
  return (course.find((page) => page.path === path)?.exercises ?? []).map(folderOf);
}

function questionsOf(path: string): readonly Question[] {
  const asked = course.find((page) => page.path === path)?.questions ?? [];
  if (asked.length === 0) return [];
  const file = path.replace(/[^/]*$/, "recall.json");
  const all = parseQuestions(JSON.parse(readFileSync(file, "utf8")));
  return asked.map((id) => all.find((question) => question.id === id)!);
}

async function saysWhatIsAsked(page: Page, folder: string): Promise<void> {
  const exercise = readExercise(folder);
  const root = page.locator(`[data-exercise="${basename(folder)}"]`);
  expect(await root.getByRole("heading").first().innerText()).toContain(exercise.title);
  const text = await root.locator(".exercise-text").innerText();
  const named = exercise.kind === "code" ? exercise.functions : [];
  for (const name of named) expect(text).toContain(name);
  expect(await root.innerText()).toContain("needs JavaScript");
}

async function answersItsQuestion(page: Page, {id, answers}: Question): Promise<void> {
  const card = page.locator(`section[data-recall="${id}"]`);
  for (const {text} of answers) expect(await card.innerText()).toContain(text);
  await card.locator("summary").click();
  expect(await card.innerText()).toContain(answers.find(({isRight}) => isRight)!.why);
}

const particulars: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async "lessons/02-machine-learning/which-kind"(page) {
    const list = page.locator("details", {hasText: "All the cases, with their answers"});
    await list.locator("summary").click();
    expect(await list.locator("ol > li").count()).toBe(12);
    expect(await list.locator("li").nth(2).innerText()).toContain("Reinforcement.");
  },
};
